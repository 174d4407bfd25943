import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { day, notInReport, passwordOff, passwordReason } from '../../src/judgements/credentials/credentials.ts';
import { user } from '../../src/services/iam/user.ts';
import { daysSince, isOlderThan } from '../../src/text/time.ts';

export default defineCheck({
  id: 'iam-user-password-changed-recently',
  title: 'Console passwords were changed in the last year',
  resource: user,
  needs: ['credentials'],
  settings: { days: { type: 'integer', default: 365, min: 1, describe: 'days a console password may live' } },
  risk: 'A password of years ago was typed into more places than its owner knows, and still signs in.',
  fix: {
    text: 'Have the user set another password, or sign in through IAM Identity Center. The command takes the password away, so that the user cannot sign in with it any more.',
    exact: ({ name }) => ({ cli: passwordOff(name) }),
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html'],
  evaluate({ name, credentials }, { now, settings }) {
    if (credentials === null) return notInReport(name);
    const { passwordEnabled, passwordChangedAt } = credentials;
    const reason = passwordReason(name, passwordEnabled);
    if (reason !== undefined) return reason;
    const old = isOlderThan(passwordChangedAt, settings.days, now);
    if (old === undefined || passwordChangedAt === undefined)
      return unknown(`the credential report does not say when the password of ${name} was changed`);
    const since = `${name}'s password is of ${day(passwordChangedAt)}, ${daysSince(passwordChangedAt, now)} days old`;
    return old
      ? fail(`${since}, more than ${settings.days}`, { passwordChangedAt })
      : pass(`${since}, at most ${settings.days}`, { passwordChangedAt });
  },
});
