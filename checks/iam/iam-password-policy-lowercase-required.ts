import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default state(iamAccount, 'iam-password-policy-lowercase-required', {
  title: 'Password policy requires a lowercase letter',
  at: 'passwordPolicy.lowercase',
  is: {
    true: pass('The password policy requires a lowercase letter'),
    false: fail('The password policy does not require a lowercase letter'),
  },
  absent: fail(
    "The account has no password policy of its own, and AWS's default asks for only three of four kinds of characters",
  ),
  unsaid: unknown('AWS does not say whether the password policy requires a lowercase letter'),
  risk: 'Passwords without lowercase letters come from a smaller space and fall sooner to guessing.',
  fix: {
    text: 'Require a lowercase letter in the password policy. The command replaces the whole policy: give every other option you want to keep as well.',
    cli: 'aws iam update-account-password-policy --minimum-password-length 14 --require-lowercase-characters --require-uppercase-characters --require-numbers --require-symbols --password-reuse-prevention 24',
    terraform: 'resource "aws_iam_account_password_policy" "this" {\n  require_lowercase_characters = true\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
});
