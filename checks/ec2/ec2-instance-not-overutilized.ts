import { defineCheck } from '../../src/engine/check.ts';
import { countDays } from '../../src/judgements/metrics/days.ts';
import { judgeDays } from '../../src/judgements/metrics/utilization.ts';
import { instance } from '../../src/services/ec2/instance.ts';

/** The criteria are Trusted Advisor's. */
export default defineCheck({
  id: 'ec2-instance-not-overutilized',
  title: 'EC2 instances have CPU to spare on most days',
  resource: instance,
  needs: ['cpu'],
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
  evaluate(subject, { settings }) {
    const { days, highDays, cpuPercent } = settings;
    const counted = countDays([subject.cpu], days, subject.launchedAt, ([percent]) =>
      percent === undefined ? undefined : percent > cpuPercent,
    );
    const what = `used more than ${cpuPercent} % of its CPU`;
    return judgeDays({ subject, counted, days, most: highDays, what });
  },
});
