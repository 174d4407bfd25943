import { along, fail, pass, unknown } from '../../engine/check.ts';
import type { Subject } from '../../engine/check.ts';
import { userPoolClient } from '../../services/cognito/user-pool.ts';

/** The clients of pools: what could not be read of them leaves the question as it is. */
export const poolClients = along(userPoolClient, { needs: ['details'], optional: true });
type Client = Subject<typeof userPoolClient, 'details'>;

/** Flows in which nobody signs in: they take tokens that were given before. */
const withoutSignIn: ReadonlySet<string> = new Set([
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_TOKEN_EXCHANGE_IMPERSONATION',
  'ALLOW_TOKEN_EXCHANGE_DELEGATION',
]);

/**
 * Whether the pool's own users may sign in to it. Where `COGNITO` is no provider of a client they still may by the API, in the flows of the client:
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html, which says too that a
 * client without flows has some.
 */
const letsOwnUsersIn = ({ details: { providers, authFlows } }: Client): boolean =>
  providers === undefined ||
  providers.length === 0 ||
  providers.includes('COGNITO') ||
  authFlows === undefined ||
  authFlows.length === 0 ||
  authFlows.some((flow) => !withoutSignIn.has(flow));

/** The question is about the pool's own users, and all its clients sign in by other providers. */
export const onlyProviders = {
  such: { id: 'eu-west-1_federated', region: 'eu-west-1' },
  along: {
    clients: [
      {
        pool: 'eu-west-1_federated',
        region: 'eu-west-1',
        details: { providers: ['Corporate'], authFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] },
      },
    ],
  },
  when(
    { id, region }: { readonly id: string; readonly region: string },
    { along: { clients: all }, unreadAlong }: OwnClients,
  ): string | undefined {
    const own = all.filter((one) => one.pool === id && one.region === region);
    return own.length === 0 || 'clients' in unreadAlong || own.some(letsOwnUsersIn)
      ? undefined
      : 'all clients of the user pool sign in by other identity providers';
  },
};

interface OwnClients {
  readonly along: { readonly clients: readonly Client[] };
  readonly unreadAlong: Readonly<Record<string, unknown>>;
}

/** What an update leaves out, Cognito sets back to its default: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html */
export const inConsole =
  'Do it in the console or where the pool is defined as code: UpdateUserPool sets every setting back that a request leaves out, so that a short command would undo others.';

export const passwordReferences = [
  'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
  'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html',
  'https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html#cognito-3',
] as const;

/** What the checks have in common that ask whether passwords must have something. @param what `a digit` */
export const passwordsMustHave = (what: string) =>
  ({
    along: { clients: poolClients },
    unless: [onlyProviders],
    is: {
      true: pass(`{label} requires ${what} in passwords`),
      false: fail(`{label} does not require ${what} in passwords; expected that it does`),
    },
    unsaid: unknown(`AWS does not say whether {label} requires ${what} in passwords`),
    risk: 'Passwords of a smaller alphabet are guessed and cracked sooner.',
    fix: {
      text: `Require ${what} in the password policy of the pool; it holds for passwords that are set from then on. ${inConsole}`,
    },
    references: passwordReferences,
  }) as const;
