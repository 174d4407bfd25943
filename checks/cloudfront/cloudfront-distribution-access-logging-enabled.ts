import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { distribution, switchedOff } from '../../src/services/cloudfront/distribution.ts';

export default state(distribution, 'cloudfront-distribution-access-logging-enabled', {
  title: 'CloudFront distributions log requests',
  at: 'config.logging',
  needs: ['deliveredLogs'],
  unless: [switchedOff],
  is: {
    true: pass('{label} logs requests to a bucket'),
    // CloudWatch Logs delivers them too, without a word in the configuration.
    false: ({ id, name, deliveredLogs }) =>
      deliveredLogs.includes('ACCESS_LOGS')
        ? pass(`${id} (${name}) logs requests by CloudWatch Logs`, { deliveredLogs })
        : fail(`${id} (${name}) does not log requests`, { logging: false, deliveredLogs }),
  },
  absent: unknown('{label} was deleted while the account was read'),
  unsaid: unknown('AWS does not say whether {label} logs requests'),
  risk: 'Who asked for what, from where and with which answer is known to nobody: an attack is neither noticed nor understood afterwards.',
  fix: {
    text: 'Turn standard logging on: to a bucket, a log group or a stream. Log files cost storage: give the bucket a lifecycle, or the group a retention.',
    cli: 'aws logs put-delivery-source --name cloudfront-{id} --resource-arn {arn} --log-type ACCESS_LOGS --region us-east-1\naws logs create-delivery --delivery-source-name cloudfront-{id} --delivery-destination-arn DELIVERY_DESTINATION_ARN --region us-east-1',
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html'],
});
