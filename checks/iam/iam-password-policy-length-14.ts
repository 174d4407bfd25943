import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { passwordReferences, togetherStricter, withOption } from '../../src/judgements/credentials/password-policy.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default number(iamAccount, 'iam-password-policy-length-14', {
  title: 'Password policy requires at least 14 characters',
  settings: {
    length: { type: 'integer', default: 14, min: 8, max: 128, describe: 'characters a password must have at least' },
  },
  needs: ['passwordPolicy'],
  at: 'passwordPolicy.minimumLength',
  atLeast: 'length',
  pass: pass('The password policy requires {passwordPolicy.minimumLength} characters'),
  fail: fail('The password policy requires {passwordPolicy.minimumLength} characters, less than {settings.length}'),
  absent: fail(
    "The account has no password policy of its own, and AWS's default accepts 8 characters, less than {settings.length}",
  ),
  unsaid: unknown('AWS does not say which length the password policy requires'),
  risk: 'Short passwords can be guessed or cracked; each further character multiplies the work.',
  fix: {
    text: 'Set the minimum length to 14 or more.',
    together: togetherStricter,
    exact: ({ passwordPolicy }, { settings }) =>
      withOption(passwordPolicy, { minimumLength: Math.max(settings.length, 14) }),
  },
  references: passwordReferences,
});
