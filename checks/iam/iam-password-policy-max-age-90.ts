import { fail, pass } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { passwordReferences, togetherStricter, withOption } from '../../src/judgements/credentials/password-policy.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

const forever = fail('The password policy lets passwords live forever', { maxAgeDays: 0 });

export default number(iamAccount, 'iam-password-policy-max-age-90', {
  title: 'Passwords expire within 90 days',
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
  unless: [{ at: 'passwordPolicy.maxAgeDays', is: [0], verdict: forever }],
  at: 'passwordPolicy.maxAgeDays',
  atMost: 'days',
  pass: pass('The password policy expires passwords after {passwordPolicy.maxAgeDays} days'),
  fail: fail(
    'The password policy expires passwords after {passwordPolicy.maxAgeDays} days, later than {settings.days}',
  ),
  absent: fail("The account has no password policy of its own, and under AWS's default passwords never expire"),
  unsaid: forever,
  risk: 'A password that leaked unnoticed stays useful to a thief for as long as it never changes.',
  fix: {
    text: 'Let passwords expire after at most 90 days, or move people to federated sign-in and delete their passwords. Passwords that are older expire at once: their users set a new one when they sign in.',
    together: togetherStricter,
    exact: ({ passwordPolicy }, { settings }) => withOption(passwordPolicy, { maxAgeDays: settings.days }),
  },
  references: passwordReferences,
});
