import { expect, it } from 'vitest';
import check from '../../../checks/appsync/appsync-graphql-api-key-auth-not-used.ts';

it.each([
  ['GLOBAL', 'internet'],
  ['PRIVATE', 'nowhere'],
  [undefined, undefined],
])('says of an API that takes keys and is %s who reaches it', (visibility, from) => {
  const api = { id: 'a', name: 'shop', visibility, authentication: [{ type: 'API_KEY' }] };
  const verdict = check.evaluate(api as never, { settings: {}, now: 0 } as never);
  expect(verdict).toMatchObject({ kind: 'fail' });
  expect(verdict).toHaveProperty('message', expect.stringMatching(/^shop lets in whoever has an API key/));
  expect(verdict.kind === 'fail' ? verdict.bearing?.reach?.from : '').toBe(from);
});
