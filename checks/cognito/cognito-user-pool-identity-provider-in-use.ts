import { along, defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { userPool, userPoolClient } from '../../src/services/cognito/user-pool.ts';
import { shell } from '../../src/text/shell.ts';

interface Client {
  readonly pool: string;
  readonly details: { readonly providers: readonly string[] | undefined };
}

/** Clients of a pool, and which of the pool's identity providers none of them names. */
function unusedOf(
  pool: { readonly id: string; readonly identityProviders: readonly string[] },
  all: readonly Client[],
) {
  const clients = all.filter((client) => client.pool === pool.id);
  const named = new Set(clients.flatMap(({ details }) => details.providers ?? []));
  return { clients, unused: pool.identityProviders.filter((one) => !named.has(one)) };
}

export default defineCheck({
  id: 'cognito-user-pool-identity-provider-in-use',
  title: 'Clients use the identity providers of user pools',
  resource: userPool,
  needs: ['identityProviders'],
  along: { clients: along(userPoolClient, { needs: ['details'], reach: 'region' }) },
  risk: 'Whoever runs an identity provider that was forgotten says who its users are: the first client that lets it in, by mistake too, takes their word.',
  fix: {
    text: 'Delete the identity providers that no client is to let in. Users who came through them cannot sign in any more; their profiles stay in the pool. To undo it, the provider has to be set up anew.',
    exact: (pool, { along: { clients } }) => ({
      cli: unusedOf(pool, clients)
        .unused.map(
          (name) => shell`aws cognito-idp delete-identity-provider --user-pool-id ${pool.id} --provider-name ${name}`,
        )
        .join('\n'),
    }),
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html',
  ],
  evaluate(pool, { along: { clients: all } }) {
    const { name, identityProviders } = pool;
    if (identityProviders.length === 0) return pass(`${name} has no identity provider besides its own users`);
    const { clients, unused } = unusedOf(pool, all);
    if (unused.length === 0)
      return pass(`${name} has identity providers that its clients use: ${identityProviders.join(', ')}`);
    if (clients.some(({ details }) => details.providers === undefined))
      return unknown(`AWS does not say which identity providers each client of ${name} uses`);
    return fail(
      `${name} has identity providers that none of its ${clients.length} clients uses: ${unused.join(', ')}`,
      {
        unused,
      },
    );
  },
});
