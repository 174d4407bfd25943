import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { activeKeys, notInReport } from '../../src/judgements/credentials/credentials.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-user-not-both-password-and-keys',
  title: 'Users have either a password or access keys',
  resource: user,
  needs: ['credentials'],
  risk: 'One stolen laptop then gives both ways in, and the log cannot tell the person from the program.',
  fix: {
    text: 'Give people a password (or Identity Center) and programs a role; split a user that is both. Of a program, `aws iam delete-login-profile` takes the password away; of a person, `aws iam update-access-key --status Inactive` turns off the keys.',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  evaluate({ name, credentials }) {
    if (credentials === null) return notInReport(name);
    const { passwordEnabled } = credentials;
    const keys = activeKeys(credentials);
    if (keys.length === 0)
      return pass(`${name} has no active access key`, { passwordEnabled: passwordEnabled ?? null, activeKeys: 0 });
    if (passwordEnabled === undefined)
      return unknown(`the credential report does not say whether ${name} has a password`);
    return passwordEnabled
      ? fail(`${name} has a console password and ${keys.length} active access ${keys.length === 1 ? 'key' : 'keys'}`, {
          passwordEnabled,
          activeKeys: keys.length,
        })
      : pass(`${name} has access keys and no console password`, { passwordEnabled, activeKeys: keys.length });
  },
});
