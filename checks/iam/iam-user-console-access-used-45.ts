import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { daysSince, isOlderThan } from '../../src/text/time.ts';
import { notInReport, passwordReason, passwordUsed } from '../../src/judgements/credentials/credentials.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-user-console-access-used-45',
  title: 'Console passwords were used in the last 45 days',
  resource: user,
  needs: ['credentials'],
  settings: { days: { type: 'integer', default: 45, min: 1, describe: 'days a console password may lie unused' } },
  risk: 'A password that nobody uses belongs to someone who left or moved on; whoever learns it signs in unnoticed.',
  fix: {
    text: 'Delete the login profile; the user can get a new password when it is needed again.',
    cli: 'aws iam delete-login-profile --user-name {name}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html',
  ],
  evaluate({ name, credentials }, { now, settings }) {
    if (credentials === null) return notInReport(name);
    const { passwordEnabled, passwordUsedAt, passwordChangedAt } = credentials;
    const reason = passwordReason(name, passwordEnabled);
    if (reason !== undefined) return reason;
    const since = passwordUsed(credentials);
    const idle = isOlderThan(since, settings.days, now);
    const observed = { passwordUsedAt, passwordChangedAt };
    if (idle === undefined) return unknown(`the credential report does not say when the password of ${name} was used`);
    if (!idle) return pass(`${name}'s password was used or set in the last ${settings.days} days`, observed);
    const days = daysSince(since, now);
    return fail(
      passwordUsedAt === undefined
        ? `${name}'s password was never used in the ${days} days since it was set, more than ${settings.days}`
        : `${name} has not signed in to the console for ${days} days, more than ${settings.days}`,
      observed,
    );
  },
});
