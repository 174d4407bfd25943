import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default number(iamAccount, 'iam-password-policy-length-14', {
  title: 'Password policy requires at least 14 characters',
  settings: {
    length: { type: 'integer', default: 14, min: 8, max: 128, describe: 'characters a password must have at least' },
  },
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
    text: 'Set the minimum length to 14 or more. The command replaces the whole policy: give every other option you want to keep as well.',
    cli: 'aws iam update-account-password-policy --minimum-password-length 14 --require-lowercase-characters --require-uppercase-characters --require-numbers --require-symbols --password-reuse-prevention 24',
    terraform: 'resource "aws_iam_account_password_policy" "this" {\n  minimum_password_length = 14\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
});
