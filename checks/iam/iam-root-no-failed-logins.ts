import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { parseTime } from '../../src/text/time.ts';
import { iamAccount } from '../../src/services/iam/account.ts';
import { day } from '../../src/judgements/credentials/credentials.ts';

export default defineCheck({
  id: 'iam-root-no-failed-logins',
  title: 'Root user has no failed console sign-ins',
  about: 'root sign-in',
  resource: iamAccount,
  needs: ['rootLogins'],
  settings: {
    days: { type: 'integer', default: 30, min: 1, max: 90, describe: 'days to look back; the event history holds 90' },
    allowed: { type: 'integer', default: 0, min: 0, describe: 'failed sign-ins in that time that are no finding' },
  },
  risk: "Failed sign-ins of the root user mean that someone is trying passwords on the account's most powerful identity.",
  fix: {
    text: 'Ask who tried: CloudTrail has the events named ConsoleLogin in its home region. If it was nobody of yours, change the root password, verify its MFA devices and its mailbox, and alarm on further attempts.',
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
  ],
  evaluate({ rootLogins }, { now, settings }) {
    const from = now - settings.days * dayInMs;
    const failed = rootLogins.events.filter(({ at, succeeded }) => !succeeded && (parseTime(at) ?? now) >= from);
    const last = failed[0];
    if (last !== undefined && failed.length > settings.allowed) {
      return fail(
        `The root user failed to sign in ${failed.length} ${failed.length === 1 ? 'time' : 'times'} in the last ${settings.days} days, last on ${day(last.at)}`,
        { failed: failed.length, last: last.at },
      );
    }
    const covered = rootLogins.complete || (parseTime(rootLogins.readBackTo) ?? now) <= from;
    return covered
      ? pass(
          `The root user failed to sign in ${failed.length} ${failed.length === 1 ? 'time' : 'times'} in the last ${settings.days} days`,
          {
            failed: failed.length,
          },
        )
      : unknown(
          `there are so many console sign-ins that the event history was read only back to ${rootLogins.readBackTo ?? 'now'}`,
        );
  },
});

const dayInMs = 86_400_000;
