import { resource } from '../../inventory/resource.ts';
import { notTold, organizationDetails } from './organization.ts';
import { organizations } from './service.ts';
import { rootsOf, unitsOf } from './tree.ts';

/**
 * The accounts of the organisation and what each is in. Told to the management account and to delegated administrators;
 * elsewhere there are none. They are listed by parent, so that the parent is certain: the paths that newer answers give are not
 * sent everywhere.
 */
export const organizationAccount = resource(organizations, 'AWS::Organizations::Account', {
  calls: ['DescribeOrganization', 'ListRoots', 'ListOrganizationalUnitsForParent', 'ListAccountsForParent'],
  often: {
    ListOrganizationalUnitsForParent: 'per root and organizational unit',
    ListAccountsForParent: 'per root and organizational unit',
  },
  noneOn: notTold,
  async *list(api) {
    await organizationDetails(api);
    const parents = [...(await rootsOf(api)), ...(await unitsOf(api))].map(({ id }) => id);
    const found = parents.map(async (parent) => {
      const own = [];
      for await (const page of api.pages('ListAccountsForParent', { ParentId: parent })) {
        for (const { Id, Arn, Name, State, Status } of page.Accounts ?? []) {
          // `Status` is deprecated in favour of `State`, which older endpoints do not send.
          if (Id !== undefined) own.push({ id: Id, arn: Arn, name: Name, parent, state: State ?? Status });
        }
      }
      return own;
    });
    for (const own of await Promise.all(found)) yield* own;
  },
  arn: ({ id }, { partition, account }) => `arn:${partition}:organizations::${account}:account/${id}`,
});
