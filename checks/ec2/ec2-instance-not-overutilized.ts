import { fewDays } from '../../src/judgements/metrics/few-days.ts';
import { instance } from '../../src/services/ec2/instance.ts';

/** The criteria are Trusted Advisor's. */
export default fewDays(instance, 'ec2-instance-not-overutilized', {
  title: 'EC2 instances have CPU to spare on most days',
  settings: {
    days: { type: 'integer', default: 14, min: 1, max: 90, describe: 'days to look back' },
    highDays: { type: 'integer', default: 4, min: 1, describe: 'days of high use that are too many' },
    cpuPercent: {
      type: 'integer',
      default: 90,
      min: 0,
      max: 100,
      describe: 'average CPU in percent of a day of high use, more than',
    },
  },
  risk: 'An instance at its limit answers slowly or not at all as soon as the load grows.',
  fix: {
    text: 'Find out what takes the CPU; choose a larger type, or share the load between several instances of an Auto Scaling group.',
  },
  references: [
    'https://docs.aws.amazon.com/awssupport/latest/user/performance-checks.html#high-cpu-utilization-amazon-ec2-instances',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html',
  ],
  metrics: ['cpu'],
  day: ({ cpu }, { cpuPercent }) => (cpu === undefined ? undefined : cpu > cpuPercent),
  such: ({ cpuPercent }) => ({ counts: { cpu: cpuPercent + 1 }, not: { cpu: cpuPercent } }),
  fewerThan: 'highDays',
  what: ({ cpuPercent }) => `used more than ${cpuPercent} % of its CPU`,
  since: 'launchedAt',
  only: { at: 'state', is: 'running', because: 'does not run' },
});
