import { expect, it } from 'vitest';
import { delegatedAdministratorsOf } from '../../../src/services/organizations/delegated.ts';
import { organizations } from '../../../src/services/organizations/service.ts';
import { stubbedApis } from '../../helpers/resource-suite.ts';
import type { Sent } from '../../helpers/resource-suite.ts';

it('reads every page of the delegated administrators of a service, once per service', async () => {
  const sent: Sent[] = [];
  const apis = stubbedApis(
    {
      ListDelegatedAdministrators: ({
        NextToken,
        ServicePrincipal,
      }: {
        NextToken?: string;
        ServicePrincipal: string;
      }) =>
        NextToken === undefined
          ? { DelegatedAdministrators: [{ Id: `${ServicePrincipal}-1` }], NextToken: 'more' }
          : { DelegatedAdministrators: [{ Id: `${ServicePrincipal}-2` }] },
    },
    sent,
  );
  const api = apis.for(organizations, { account: '111122223333', partition: 'aws', region: 'us-east-1' }, [
    'ListDelegatedAdministrators',
  ]);
  const [a, again, b] = await Promise.all(
    ['a', 'a', 'b'].map((principal) => delegatedAdministratorsOf(api, principal)),
  );
  expect(a).toEqual(['a-1', 'a-2']);
  expect(again).toBe(a);
  expect(b).toEqual(['b-1', 'b-2']);
  expect(sent).toHaveLength(4);
});
