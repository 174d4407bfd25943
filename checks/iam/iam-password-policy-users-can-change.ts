import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { passwordReferences, togetherStricter, withOption } from '../../src/judgements/credentials/password-policy.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default state(iamAccount, 'iam-password-policy-users-can-change', {
  title: 'Users may change their own passwords',
  needs: ['passwordPolicy'],
  at: 'passwordPolicy.usersMayChange',
  is: {
    true: pass('The password policy lets users change their own passwords'),
    false: fail('The password policy does not let users change their own passwords'),
  },
  absent: fail('The account has no password policy of its own that lets users change their own passwords'),
  unsaid: unknown('AWS does not say whether users may change their own passwords'),
  risk: 'Who cannot change a password keeps the one that an administrator made and knows, also after it leaked.',
  fix: {
    text: 'Let users change their own passwords.',
    together: togetherStricter,
    exact: ({ passwordPolicy }) => withOption(passwordPolicy, { usersMayChange: true }),
  },
  references: passwordReferences,
});
