import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { logGroup } from '../../src/services/logs/log-group.ts';

export default state(logGroup, 'cloudwatch-log-group-kms-encrypted', {
  title: 'Log groups are encrypted with KMS keys',
  at: 'keyId',
  otherwise: pass('{label} is encrypted with the KMS key {keyId}'),
  // Without a key CloudWatch Logs encrypts with keys of its own: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/logs/encrypt-log-data-kms.html
  unsaid: fail('{label} is encrypted with keys of CloudWatch Logs; expected a KMS key'),
  risk: 'Logs hold addresses, names and at times secrets. With keys of CloudWatch Logs nobody decides who may decrypt them apart from who may read the group.',
  fix: {
    text: 'Let the key policy allow the service logs of the region to use the key, then associate it. Events from before stay as they are. `aws logs disassociate-kms-key` undoes it; when the key is gone, so is what it encrypted.',
    cli: 'aws logs associate-kms-key --log-group-name {id} --kms-key-id KEY_ARN',
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/logs/encrypt-log-data-kms.html'],
});
