import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'iam-password-policy-max-age-90',
  title: 'Passwords expire within 90 days',
  resource: iamAccount,
  needs: ['passwordPolicy'],
  settings: {
    days: {
      type: 'integer',
      default: 90,
      min: 1,
      max: 1095,
      describe: 'days after which a password must have expired',
    },
  },
  risk: 'A password that leaked unnoticed stays useful to a thief for as long as it never changes.',
  fix: {
    text: 'Let passwords expire after at most 90 days, or move people to federated sign-in and delete their passwords. The command replaces the whole policy.',
    cli: 'aws iam update-account-password-policy --max-password-age 90 --minimum-password-length 14 --require-lowercase-characters --require-uppercase-characters --require-numbers --require-symbols --password-reuse-prevention 24',
    terraform: 'resource "aws_iam_account_password_policy" "this" {\n  max_password_age = 90\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  evaluate({ passwordPolicy }, { settings }) {
    if (passwordPolicy === undefined)
      return fail("The account has no password policy of its own, and under AWS's default passwords never expire");
    const { maxAgeDays } = passwordPolicy;
    if (maxAgeDays === undefined || maxAgeDays === 0)
      return fail('The password policy lets passwords live forever', { maxAgeDays: 0 });
    return maxAgeDays <= settings.days
      ? pass(`The password policy expires passwords after ${maxAgeDays} days`, { maxAgeDays })
      : fail(`The password policy expires passwords after ${maxAgeDays} days, later than ${settings.days}`, {
          maxAgeDays,
        });
  },
});
