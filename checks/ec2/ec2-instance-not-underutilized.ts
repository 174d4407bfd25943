import { defineCheck } from '../../src/engine/check.ts';
import { countDays } from '../../src/judgements/metrics/days.ts';
import { judgeDays } from '../../src/judgements/metrics/utilization.ts';
import { instance } from '../../src/services/ec2/instance.ts';

/** The criteria are Trusted Advisor's. */
export default defineCheck({
  id: 'ec2-instance-not-underutilized',
  title: 'EC2 instances are used on most days',
  resource: instance,
  needs: ['cpu', 'networkIn', 'networkOut'],
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
  evaluate(subject, { settings }) {
    const { cpu, networkIn, networkOut, launchedAt } = subject;
    const { days, lowDays, cpuPercent, networkMegabytes } = settings;
    const counted = countDays([cpu, networkIn, networkOut], days, launchedAt, ([percent, read, sent]) => {
      if (percent !== undefined && percent > cpuPercent) return false;
      if ((read ?? 0) + (sent ?? 0) > networkMegabytes * 1_000_000) return false;
      return percent === undefined || read === undefined || sent === undefined ? undefined : true;
    });
    const what = `used ${cpuPercent} % of its CPU or less and ${networkMegabytes} MB of network or less`;
    return judgeDays({ subject, counted, days, most: lowDays, what });
  },
});
