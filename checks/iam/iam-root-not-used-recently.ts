import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { daysSince } from '../../src/text/time.ts';
import { iamAccount } from '../../src/services/iam/account.ts';
import { day, latest } from '../../src/judgements/credentials/credentials.ts';

export default defineCheck({
  id: 'iam-root-not-used-recently',
  title: 'Root user has not been used recently',
  about: 'root user',
  resource: iamAccount,
  needs: ['rootCredentials'],
  settings: {
    days: { type: 'integer', default: 30, min: 1, describe: 'days in which the root user must not have been used' },
  },
  risk: 'Daily work as the root user bypasses every guardrail and leaves one shared identity in the logs.',
  fix: {
    text: 'Use roles for daily work and keep the root user for the few tasks that need it. If nobody can explain the last use, which CloudTrail shows under the user name root, treat it as an incident: change the password and delete the keys.',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-tasks.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
  ],
  evaluate({ rootCredentials }, { now, settings }) {
    if (rootCredentials === null) return unknown('the credential report has no row for the root user');
    const usedAt = latest([rootCredentials.passwordUsedAt, ...rootCredentials.keys.map((key) => key.usedAt)]);
    const days = daysSince(usedAt, now);
    if (usedAt === undefined || days === undefined)
      return pass('The root user was never used, as far as AWS remembers');
    return days > settings.days
      ? pass(`The root user was last used ${days} days ago, on ${day(usedAt)}`, { usedAt })
      : fail(`The root user was used on ${day(usedAt)}, ${days} days ago and so within the last ${settings.days}`, {
          usedAt,
        });
  },
});
