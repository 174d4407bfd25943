import { expect, it } from 'vitest';
import { onlyProviders } from '../../../src/judgements/credentials/user-pools.ts';

const pool = { id: 'us-east-1_a', region: 'us-east-1' };
const refresh = ['ALLOW_REFRESH_TOKEN_AUTH'];
const client = (providers?: string[], authFlows?: string[], more: object = {}) => ({
  pool: pool.id,
  region: pool.region,
  details: { providers, authFlows },
  ...more,
});
const federated = client(['Corporate'], refresh);
const asked = (clients: readonly object[], unreadAlong: Readonly<Record<string, unknown>> = {}) =>
  onlyProviders.when(pool, { along: { clients }, unreadAlong } as never) === undefined;

it.each([
  ['one client with a provider', [federated], false],
  ['two', [federated, client(['Google', 'Corporate'], [...refresh, 'ALLOW_TOKEN_EXCHANGE_DELEGATION'])], false],
  ['no client', [], true],
  ["the pool's own users", [client(['COGNITO'], refresh)], true],
  ['both', [client(['Corporate', 'COGNITO'], refresh)], true],
  ['one of two for own users', [federated, client(['COGNITO'], refresh)], true],
  ['a password by the API', [client(['Corporate'], ['ALLOW_USER_PASSWORD_AUTH', ...refresh])], true],
  ['a flow of tomorrow', [client(['Corporate'], ['ALLOW_TOMORROW'])], true],
  ['the flows that a client has by default', [client(['Corporate'])], true],
  ['no flows', [client(['Corporate'], [])], true],
  ['no providers', [client([], refresh)], true],
  ['providers that were not said', [client(undefined, refresh)], true],
  ['another pool alone', [client(['Corporate'], refresh, { pool: 'us-east-1_b' })], true],
  ['a pool of the same id elsewhere', [client(['Corporate'], refresh, { region: 'eu-west-1' })], true],
])('%s: the question of passwords arises: %s', (_case, clients, arises) => {
  expect(asked(clients)).toBe(arises);
});

it('arises where not all clients were read', () => {
  expect(asked([federated], { clients: { cause: 'denied' } })).toBe(true);
});
