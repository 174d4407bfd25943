import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { logGroup } from '../../src/services/logs/log-group.ts';

export default state(logGroup, 'cloudwatch-log-group-deletion-protected', {
  title: 'Log groups are protected from deletion',
  at: 'deletionProtection',
  is: {
    true: pass('{label} is protected from deletion'),
    false: fail('{label} is not protected from deletion'),
  },
  unsaid: unknown('CloudWatch Logs did not say whether {label} is protected from deletion'),
  unless: [
    {
      at: 'class',
      is: ['DELIVERY'],
      because: '{label} is of class Delivery, which keeps what it delivers elsewhere for a day only',
    },
  ],
  risk: 'One call deletes the group with all that was ever logged in it, also the traces of who made the call.',
  fix: {
    text: 'Protect the log groups that you would miss. It costs nothing, the protection has to be taken off before the group can be deleted.',
    cli: 'aws logs put-log-group-deletion-protection --log-group-identifier {id} --deletion-protection-enabled',
    terraform: 'resource "aws_cloudwatch_log_group" "this" {\n  deletion_protection_enabled = true\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protecting-log-groups-from-deletion.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html',
  ],
});
