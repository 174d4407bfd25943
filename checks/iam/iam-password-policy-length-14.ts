import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'iam-password-policy-length-14',
  title: 'Password policy requires at least 14 characters',
  resource: iamAccount,
  needs: ['passwordPolicy'],
  settings: {
    length: { type: 'integer', default: 14, min: 8, max: 128, describe: 'characters a password must have at least' },
  },
  risk: 'Short passwords can be guessed or cracked; each further character multiplies the work.',
  fix: {
    text: 'Set the minimum length to 14 or more. The command replaces the whole policy: give every other option you want to keep as well.',
    cli: 'aws iam update-account-password-policy --minimum-password-length 14 --require-lowercase-characters --require-uppercase-characters --require-numbers --require-symbols --password-reuse-prevention 24',
    terraform: 'resource "aws_iam_account_password_policy" "this" {\n  minimum_password_length = 14\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  evaluate({ passwordPolicy }, { settings }) {
    if (passwordPolicy === undefined)
      return fail(
        `The account has no password policy of its own, and AWS's default accepts 8 characters, less than ${settings.length}`,
      );
    const { minimumLength } = passwordPolicy;
    if (minimumLength === undefined) return unknown('AWS does not say which length the password policy requires');
    return minimumLength >= settings.length
      ? pass(`The password policy requires ${minimumLength} characters`, { minimumLength })
      : fail(`The password policy requires ${minimumLength} characters, less than ${settings.length}`, {
          minimumLength,
        });
  },
});
