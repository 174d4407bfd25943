import type { ExactFix } from '../../engine/check.ts';
import { fail, pass, unknown } from '../../engine/check.ts';
import type { FacetsOf } from '../../inventory/resource.ts';
import type { iamAccount } from '../../services/iam/account.ts';
import { hcl } from '../../text/hcl.ts';

type Policy = NonNullable<FacetsOf<typeof iamAccount>['passwordPolicy']>;

/** What is set where the account has no policy whose options would have to be kept. */
const strong: Partial<Policy> = {
  minimumLength: 14,
  lowercase: true,
  uppercase: true,
  numbers: true,
  symbols: true,
  reusePrevention: 24,
};

/** Each option by its names in the AWS CLI and in Terraform. */
const options = [
  ['minimumLength', 'minimum-password-length', 'minimum_password_length'],
  ['lowercase', 'require-lowercase-characters', 'require_lowercase_characters'],
  ['uppercase', 'require-uppercase-characters', 'require_uppercase_characters'],
  ['numbers', 'require-numbers', 'require_numbers'],
  ['symbols', 'require-symbols', 'require_symbols'],
  ['reusePrevention', 'password-reuse-prevention', 'password_reuse_prevention'],
  ['maxAgeDays', 'max-password-age', 'max_password_age'],
  ['usersMayChange', 'allow-users-to-change-password', 'allow_users_to_change_password'],
  ['hardExpiry', 'hard-expiry', 'hard_expiry'],
] as const;

/**
 * One option of the policy changed and all others kept: what a request leaves out, AWS sets back
 * (https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html).
 */
export function withOption(policy: Policy | undefined, changed: Partial<Policy>): ExactFix {
  const wanted = { ...(policy ?? strong), ...changed };
  const given = options.flatMap(([key, cli, terraform]) => {
    const value = wanted[key];
    return value === undefined || value === false || value === 0 ? [] : [{ value, cli, terraform }];
  });
  return {
    note: 'The command replaces the whole policy: it says again what the policy has now.',
    cli: `aws iam update-account-password-policy ${given.map(({ cli, value }) => (value === true ? `--${cli}` : `--${cli} ${value}`)).join(' ')}`,
    terraform: `resource "aws_iam_account_password_policy" "this" {\n${given.map(({ terraform, value }) => `  ${terraform} = ${hcl`${value}`}\n`).join('')}}`,
  };
}

/** One command for what several ask: of each number the stricter. Only the highest age is stricter the lower it is. */
export function togetherStricter(commands: readonly string[]): readonly string[] {
  const wanted = new Map<string, number | undefined>();
  for (const command of commands)
    for (const [, option = '', number] of command.matchAll(/ --([a-z-]+)(?: (\d+))?/g)) {
      const [known, next] = [wanted.get(option), number === undefined ? undefined : Number(number)];
      const stricter = option === 'max-password-age' ? Math.min : Math.max;
      wanted.set(option, known === undefined || next === undefined ? next : stricter(known, next));
    }
  const given = options.flatMap(([, cli]) => {
    const value = wanted.get(cli);
    return wanted.has(cli) ? [value === undefined ? `--${cli}` : `--${cli} ${value}`] : [];
  });
  return [`aws iam update-account-password-policy ${given.join(' ')}`];
}

export const passwordReferences = [
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
];

type Kind = 'lowercase' | 'uppercase' | 'numbers' | 'symbols';

/** What a check says that asks for one kind of character, `called` e.g. `a symbol`; for the form `state`. */
export const requiresCharacter = <const K extends Kind>(kind: K, called: string) => ({
  title: `Password policy requires ${called}`,
  needs: ['passwordPolicy'] as const,
  at: `passwordPolicy.${kind}` as const,
  is: {
    true: pass(`The password policy requires ${called}`),
    false: fail(`The password policy does not require ${called}`),
  },
  absent: fail(
    "The account has no password policy of its own, and AWS's default asks for only three of four kinds of characters",
  ),
  unsaid: unknown(`AWS does not say whether the password policy requires ${called}`),
  fix: {
    text: `Require ${called} in the password policy.`,
    together: togetherStricter,
    exact: ({ passwordPolicy }: { readonly passwordPolicy: Policy | undefined }) =>
      withOption(passwordPolicy, { [kind]: true }),
  },
  references: passwordReferences,
});
