import { fewDays } from '../../src/judgements/metrics/few-days.ts';
import { loadBalancer } from '../../src/services/elbv2/load-balancer.ts';

/** The criteria are Trusted Advisor's. */
export default fewDays(loadBalancer, 'elbv2-load-balancer-not-idle', {
  title: 'Load balancers are used',
  settings: {
    days: { type: 'integer', default: 7, min: 1, max: 90, describe: 'days to look back' },
    idleDays: { type: 'integer', default: 7, min: 1, describe: 'days of low use that are too many' },
    requests: { type: 'integer', default: 100, min: 1, describe: 'requests or connections that make a day one of use' },
  },
  risk: 'A load balancer that nobody uses is billed by the hour, and is one more way in.',
  fix: {
    text: 'Find out who still uses its name: DNS records, allow lists, programs. Where nobody does, delete it; it cannot be had back under the same name.',
    cli: 'aws elbv2 delete-load-balancer --load-balancer-arn {arn}',
  },
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html',
    'https://docs.aws.amazon.com/awssupport/latest/user/cost-optimization-checks.html#idle-load-balancers',
  ],
  metrics: ['requests'],
  day: ({ requests }, { requests: least }) => (requests === undefined ? undefined : requests < least),
  such: ({ requests }) => ({ counts: { requests: requests - 1 }, not: { requests } }),
  fewerThan: 'idleDays',
  what: ({ requests }) => `had fewer than ${requests} requests or connections`,
  since: 'createdAt',
  only: { at: 'state', is: 'active', because: 'is not active' },
});
