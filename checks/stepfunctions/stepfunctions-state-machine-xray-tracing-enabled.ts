import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { machineLeaving, stateMachine } from '../../src/services/stepfunctions/state-machine.ts';

export default state(stateMachine, 'stepfunctions-state-machine-xray-tracing-enabled', {
  title: 'State machines are traced by X-Ray',
  at: 'configuration.tracing',
  is: {
    true: pass('{label} is traced by X-Ray'),
    false: fail('{label} is not traced by X-Ray'),
  },
  unsaid: unknown('Step Functions did not say whether {label} is traced by X-Ray'),
  unless: [machineLeaving],
  risk: 'Which of the services that a machine calls was slow or failed has to be put together from the logs of each.',
  fix: {
    text: 'Turn tracing on; the role of the machine has to be allowed to send traces, which cost by their number.',
    cli: 'aws stepfunctions update-state-machine --state-machine-arn {arn} --tracing-configuration enabled=true',
  },
  references: ['https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html'],
});
