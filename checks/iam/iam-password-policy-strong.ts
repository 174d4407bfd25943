import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { passwordReferences, togetherStricter, withOption } from '../../src/judgements/credentials/password-policy.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'iam-password-policy-strong',
  title: 'Password policy demands length and all four kinds of characters',
  resource: iamAccount,
  needs: ['passwordPolicy'],
  settings: {
    length: { type: 'integer', default: 8, min: 6, max: 128, describe: 'characters a password must have at least' },
  },
  risk: "Without a policy of the account's own, IAM users may choose passwords that are quickly guessed.",
  fix: {
    text: 'Set a password policy with a minimum length and all four kinds of characters.',
    together: togetherStricter,
    exact: ({ passwordPolicy }, { settings }) =>
      withOption(passwordPolicy, {
        minimumLength: Math.max(passwordPolicy?.minimumLength ?? 14, settings.length),
        lowercase: true,
        uppercase: true,
        numbers: true,
        symbols: true,
      }),
  },
  references: passwordReferences,
  evaluate({ passwordPolicy }, { settings }) {
    if (passwordPolicy === undefined) return fail("The account has no password policy of its own, only AWS's default");
    const { minimumLength, lowercase, uppercase, numbers, symbols } = passwordPolicy;
    const required = {
      'a lowercase letter': lowercase,
      'an uppercase letter': uppercase,
      'a digit': numbers,
      'a symbol': symbols,
    };
    const missing = Object.entries(required).flatMap(([name, on]) => (on === false ? [name] : []));
    if (minimumLength !== undefined && minimumLength < settings.length)
      missing.push(`${settings.length} characters (it requires ${minimumLength})`);
    if (missing.length > 0) return fail(`The password policy does not require ${missing.join(', ')}`, passwordPolicy);
    return minimumLength === undefined || Object.values(required).includes(undefined)
      ? unknown('AWS does not tell everything about the password policy')
      : pass(`The password policy requires ${minimumLength} characters of all four kinds`, passwordPolicy);
  },
});
