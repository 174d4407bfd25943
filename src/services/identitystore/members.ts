import type { Api } from '../../aws/api.ts';

type Sdk = typeof import('@aws-sdk/client-identitystore');

/** Whether anybody is in a group of an identity store, asked once for all who show it. */
export const isInGroup = (api: Api<Sdk, 'ListGroupMemberships'>, store: string, group: string): Promise<boolean> =>
  api.shared(`members of ${group} in ${store}`, async (api) => {
    const asked = { IdentityStoreId: store, GroupId: group, MaxResults: 1 };
    for await (const { GroupMemberships = [] } of api.pages('ListGroupMemberships', asked))
      if (GroupMemberships.length > 0) return true;
    return false;
  });
