import type { ItemOf } from '../../inventory/resource.ts';
import { resource } from '../../inventory/resource.ts';
import { shell } from '../../text/shell.ts';
import { isInGroup } from '../identitystore/members.ts';
import { identitystore } from '../identitystore/service.ts';
import { accountsWith, administrators, assignedIn, describedSet, instancesOf, permissionSetsOf } from './instances.ts';
import { identitycenter } from './service.ts';

/**
 * Who has a permission set in an account: one item for each account and permission set. Asked are the accounts in which a set
 * is provisioned; in the others nobody has it.
 */
export const assignment = resource(identitycenter, 'AWS::SSO::Assignment', {
  calls: [
    'ListInstances',
    'DescribeInstance',
    'ListPermissionSets',
    'DescribePermissionSet',
    'ListAccountsForProvisionedPermissionSet',
    'ListAccountAssignments',
  ],
  often: {
    DescribeInstance: 'per instance of the account',
    ListPermissionSets: 'per instance of the account',
    DescribePermissionSet: 'per permission set',
    ListAccountsForProvisionedPermissionSet: 'per permission set',
    ListAccountAssignments: 'per account and permission set that is provisioned in it',
  },
  narrows: { ListAccountsForProvisionedPermissionSet: { ProvisioningStatus: 'unless given' } },
  first: administrators,
  async *list(api, administrators) {
    const sets = await permissionSetsOf(api, administrators);
    const stores = new Map((await instancesOf(api)).map(({ arn, store }) => [arn, store]));
    for (const set of sets) {
      const { name: setName } = await describedSet(api, set);
      for (const target of await accountsWith(api, set)) {
        const principals = await assignedIn(api, set, target);
        yield {
          id: `${set.arn.slice(set.arn.lastIndexOf('/') + 1)}/${target}`,
          arn: `${set.arn}/${target}`,
          name: `${setName ?? set.arn} in account ${target}`,
          permissionSet: set.arn,
          instance: set.instance,
          store: stores.get(set.instance),
          target,
          principals,
        };
      }
    }
  },
  label: ({ name }) => `Permission set ${name}`,
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/useraccess.html'],
}).facets((facet) => ({
  /** Ids of the groups among them that nobody is in; null where the instance does not say whose groups they are. */
  emptyGroups: facet.from(identitystore, {
    calls: ['ListGroupMemberships'],
    often: { ListGroupMemberships: 'per group that has a permission set' },
    // one of them was deleted
    absentOn: ['ResourceNotFoundException'],
    async read(api, { store, principals }): Promise<readonly string[] | null> {
      if (store === undefined) return null;
      const empty: string[] = [];
      for (const { id, type } of principals) if (type === 'GROUP' && !(await isInGroup(api, store, id))) empty.push(id);
      return empty;
    },
  }),
}));

type Assignment = ItemOf<typeof assignment>;

/** Commands that take it away from some of those who have it. */
export const unassign = (
  { instance, permissionSet, target }: Pick<Assignment, 'instance' | 'permissionSet' | 'target'>,
  principals: Assignment['principals'],
): string =>
  principals
    .map(
      ({ id, type }) =>
        shell`aws sso-admin delete-account-assignment --instance-arn ${instance} --target-id ${target} --target-type AWS_ACCOUNT --permission-set-arn ${permissionSet} --principal-type ${type ?? 'PRINCIPAL_TYPE'} --principal-id ${id}`,
    )
    .join('\n');
