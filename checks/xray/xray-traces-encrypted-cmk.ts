import { unknown } from '../../src/engine/check.ts';
import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { traceEncryption, xrayRegion } from '../../src/services/xray/region.ts';

export default customerKey(xrayRegion, 'xray-traces-encrypted-cmk', {
  title: 'Traces of X-Ray are encrypted with a customer managed key',
  by: traceEncryption,
  unless: [
    {
      at: 'encryption.status',
      is: ['UPDATING'],
      verdict: unknown('The encryption of {label} is being changed, and until that is done the one before holds'),
    },
  ],
  risk: 'Traces hold addresses, queries and names of users. With keys of AWS nobody decides who may decrypt them apart from who may read traces.',
  fix: {
    text: 'Encrypt with a key of your own, whose policy lets in those that send and read traces. Traces from before stay as they are. `--type NONE` undoes it.',
    cli: 'aws xray put-encryption-config --type KMS --key-id KEY_ARN',
  },
  references: ['https://docs.aws.amazon.com/xray/latest/devguide/xray-console-encryption.html'],
});
