import { fail, pass } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { passwordReferences, togetherStricter, withOption } from '../../src/judgements/credentials/password-policy.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default number(iamAccount, 'iam-password-policy-reuse-24', {
  title: 'Password policy remembers 24 passwords',
  needs: ['passwordPolicy'],
  settings: {
    passwords: { type: 'integer', default: 24, min: 1, max: 24, describe: 'earlier passwords that must not come back' },
  },
  at: 'passwordPolicy.reusePrevention',
  atLeast: 'passwords',
  pass: pass('The password policy remembers {passwordPolicy.reusePrevention} passwords'),
  fail: fail(
    'The password policy remembers {passwordPolicy.reusePrevention} passwords, fewer than {settings.passwords}',
  ),
  absent: fail("The account has no password policy of its own, and under AWS's default old passwords may come back"),
  unsaid: fail('The password policy lets old passwords come back', { reusePrevention: 0 }),
  risk: 'People who may return to an old password do, and with it returns whoever learned it.',
  fix: {
    text: 'Let IAM remember the last 24 passwords of each user.',
    together: togetherStricter,
    exact: ({ passwordPolicy }, { settings }) => withOption(passwordPolicy, { reusePrevention: settings.passwords }),
  },
  references: passwordReferences,
});
