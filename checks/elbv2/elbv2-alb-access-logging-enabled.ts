import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { loadBalancer, onlyOf } from '../../src/services/elbv2/load-balancer.ts';

export default state(loadBalancer, 'elbv2-alb-access-logging-enabled', {
  title: 'Application Load Balancers log requests',
  at: 'attributes.accessLogs',
  needs: ['deliveredLogs'],
  unless: [onlyOf('application')],
  is: {
    true: pass('{label} logs requests to a bucket'),
    // CloudWatch Logs delivers them too, without a word in the attributes.
    false: ({ name, deliveredLogs }) =>
      deliveredLogs.includes('ALB_ACCESS_LOGS')
        ? pass(`${name} logs requests by CloudWatch Logs`, { deliveredLogs })
        : fail(`${name} does not log requests`, { accessLogs: false, deliveredLogs }),
  },
  absent: unknown('{label} was deleted while the account was read'),
  unsaid: unknown('AWS does not say whether {label} logs requests'),
  risk: 'Who asked for what, from where and with which answer is known to nobody: an attack is neither noticed nor understood afterwards.',
  fix: {
    text: 'Name a bucket in the same region whose policy lets Elastic Load Balancing write, or let CloudWatch Logs deliver the access logs. Storage costs money: give the bucket a lifecycle.',
    cli: 'aws elbv2 modify-load-balancer-attributes --load-balancer-arn {arn} --attributes Key=access_logs.s3.enabled,Value=true Key=access_logs.s3.bucket,Value=LOG_BUCKET',
  },
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html',
  ],
});
