import { fail, pass } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { logGroup } from '../../src/services/logs/log-group.ts';
import { shell } from '../../src/text/shell.ts';

/** CloudWatch Logs keeps for certain numbers of days only: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const offered = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export default number(logGroup, 'cloudwatch-log-group-retention-sufficient', {
  title: 'Log groups keep events for long enough',
  settings: {
    days: { type: 'integer', default: 365, min: 1, max: 3653, describe: 'days that log events are kept at least' },
  },
  at: 'retentionDays',
  atLeast: 'days',
  pass: pass('{label} keeps events for {retentionDays} days'),
  fail: fail('{label} keeps events for {retentionDays} days; expected at least {settings.days}'),
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/logs/Working-with-log-groups-and-streams.html: without a retention nothing expires.
  unsaid: pass('{label} keeps events for ever'),
  unless: [
    {
      at: 'class',
      is: ['DELIVERY'],
      because: '{label} only passes on what it gets, and keeps it for a day',
    },
  ],
  risk: 'What an attacker did is often noticed after months: by then the events that would tell are gone.',
  fix: {
    text: 'Keep events for longer, as long as the law allows where they hold personal data. What has expired does not come back; what is kept is billed.',
    exact: ({ id }, { settings: { days } }) => {
      const kept = offered.find((one) => one >= days);
      return {
        cli:
          kept === undefined
            ? shell`aws logs delete-retention-policy --log-group-name ${id}`
            : shell`aws logs put-retention-policy --log-group-name ${id} --retention-in-days ${String(kept)}`,
      };
    },
  },
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/logs/Working-with-log-groups-and-streams.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-16',
  ],
});
