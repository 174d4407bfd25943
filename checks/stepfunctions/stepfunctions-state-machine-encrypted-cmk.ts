import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { machineEncryption, machineLeaving, stateMachine } from '../../src/services/stepfunctions/state-machine.ts';

export default customerKey(stateMachine, 'stepfunctions-state-machine-encrypted-cmk', {
  title: 'State machines are encrypted with customer managed keys',
  by: machineEncryption,
  unless: [machineLeaving],
  risk: 'Definitions and the data of executions are readable to whoever may describe them: with a key of AWS nobody decides by its policy who may decrypt.',
  fix: {
    text: 'Encrypt with a key of your own that the role of the machine and those who read executions may use. `type=AWS_OWNED_KEY` undoes it.',
    cli: 'aws stepfunctions update-state-machine --state-machine-arn {arn} --encryption-configuration type=CUSTOMER_MANAGED_KMS_KEY,kmsKeyId=KEY_ARN',
  },
  references: ['https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html'],
});
