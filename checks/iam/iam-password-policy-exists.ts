import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { passwordReferences, withOption } from '../../src/judgements/credentials/password-policy.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'iam-password-policy-exists',
  title: 'The account has a password policy of its own',
  resource: iamAccount,
  needs: ['passwordPolicy'],
  risk: "AWS's default takes passwords of eight characters, lets them live forever and come back at once.",
  fix: {
    text: 'Set a password policy. It holds for passwords from their next change on.',
    exact: ({ passwordPolicy }) => withOption(passwordPolicy, {}),
  },
  references: passwordReferences,
  evaluate: ({ passwordPolicy }) =>
    passwordPolicy === undefined
      ? fail("The account has no password policy of its own: AWS's default holds")
      : pass('The account has a password policy of its own', passwordPolicy),
});
