import { fewDays } from '../../src/judgements/metrics/few-days.ts';
import { instance } from '../../src/services/ec2/instance.ts';

/** The criteria are Trusted Advisor's. */
export default fewDays(instance, 'ec2-instance-not-underutilized', {
  title: 'EC2 instances are used on most days',
  settings: {
    days: { type: 'integer', default: 14, min: 1, max: 90, describe: 'days to look back' },
    lowDays: { type: 'integer', default: 4, min: 1, describe: 'days of low use that are too many' },
    cpuPercent: {
      type: 'integer',
      default: 10,
      min: 0,
      max: 100,
      describe: 'average CPU in percent of a day of low use, at most',
    },
    networkMegabytes: { type: 'integer', default: 5, min: 0, describe: 'network in and out of such a day, at most' },
  },
  risk: 'An instance that hardly does anything costs as much as one that works, and is one more to patch.',
  fix: {
    text: 'Find out what the instance is for: stop or terminate it where nobody needs it, choose a smaller type where it needs less, or put it into an Auto Scaling group where its load varies.',
  },
  references: [
    'https://docs.aws.amazon.com/awssupport/latest/user/cost-optimization-checks.html#low-utilization-amazon-ec2-instances',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html',
  ],
  metrics: ['cpu', 'networkIn', 'networkOut'],
  day({ cpu, networkIn, networkOut }, { cpuPercent, networkMegabytes }) {
    if (cpu !== undefined && cpu > cpuPercent) return false;
    if ((networkIn ?? 0) + (networkOut ?? 0) > networkMegabytes * 1_000_000) return false;
    return cpu === undefined || networkIn === undefined || networkOut === undefined ? undefined : true;
  },
  such: ({ cpuPercent, networkMegabytes }) => ({
    counts: { cpu: cpuPercent, networkIn: networkMegabytes * 500_000, networkOut: networkMegabytes * 500_000 },
    not: { cpu: cpuPercent + 1, networkIn: 0, networkOut: 0 },
  }),
  fewerThan: 'lowDays',
  what: ({ cpuPercent, networkMegabytes }) =>
    `used ${cpuPercent} % of its CPU or less and ${networkMegabytes} MB of network or less`,
  since: 'launchedAt',
  only: { at: 'state', is: 'running', because: 'does not run' },
});
