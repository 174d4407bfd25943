import type { Api } from '../../aws/api.ts';
import type { ItemOf } from '../../inventory/resource.ts';
import { resource } from '../../inventory/resource.ts';
import { shell } from '../../text/shell.ts';
import { administrators, assignedIn, describedSet, permissionSetsOf } from './instances.ts';
import type { SetOf } from './instances.ts';
import { identitycenter } from './service.ts';

type Sdk = typeof import('@aws-sdk/client-sso-admin');

async function accountsWith(api: Api<Sdk, 'ListAccountsForProvisionedPermissionSet'>, { arn, instance }: SetOf) {
  const accounts: string[] = [];
  const asked = { InstanceArn: instance, PermissionSetArn: arn, MaxResults: 100 };
  for await (const page of api.pages('ListAccountsForProvisionedPermissionSet', asked))
    accounts.push(...(page.AccountIds ?? []));
  return accounts;
}

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
    for (const set of await permissionSetsOf(api, administrators)) {
      const { name: setName } = await describedSet(api, set);
      for (const target of await accountsWith(api, set)) {
        const principals = await assignedIn(api, set, target);
        yield {
          id: `${set.arn.slice(set.arn.lastIndexOf('/') + 1)}/${target}`,
          arn: `${set.arn}/${target}`,
          name: `${setName ?? set.arn} in account ${target}`,
          permissionSet: set.arn,
          instance: set.instance,
          target,
          principals,
        };
      }
    }
  },
  label: ({ name }) => `Permission set ${name}`,
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/useraccess.html'],
});

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
