import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { loadBalancer, onlyOf } from '../../src/services/elbv2/load-balancer.ts';

export default state(loadBalancer, 'elbv2-nlb-access-logging-enabled', {
  title: 'Network Load Balancers log connections',
  at: 'attributes.accessLogs',
  needs: ['deliveredLogs', 'listeners'],
  unless: [onlyOf('network')],
  is: {
    true: pass('{label} logs TLS connections to a bucket'),
    false: ({ name, deliveredLogs, listeners }) => {
      // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html
      if (listeners !== undefined && !listeners.some(({ protocol }) => protocol === 'TLS'))
        return notApplicable(`${name} ends no TLS, and nothing else is logged: VPC flow logs tell of its connections`);
      return deliveredLogs.includes('NLB_ACCESS_LOGS')
        ? pass(`${name} logs TLS connections by CloudWatch Logs`, { deliveredLogs })
        : fail(`${name} does not log TLS connections`, { accessLogs: false, deliveredLogs });
    },
  },
  absent: unknown('{label} was deleted while the account was read'),
  unsaid: unknown('AWS does not say whether {label} logs connections'),
  risk: 'Who connected, from where and with which protocol and cipher is known to nobody.',
  fix: {
    text: 'Name a bucket in the same region whose policy lets log delivery write, or let CloudWatch Logs deliver the access logs. Only TLS listeners are logged.',
    cli: 'aws elbv2 modify-load-balancer-attributes --load-balancer-arn {arn} --attributes Key=access_logs.s3.enabled,Value=true Key=access_logs.s3.bucket,Value=LOG_BUCKET',
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html'],
});
