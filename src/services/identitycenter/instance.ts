import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { notTold } from '../organizations/organization.ts';
import { organizations } from '../organizations/service.ts';
import { administratorsOf, assignedIn, describedSet, hasSets, instancesOf } from './instances.ts';
import { identitycenter } from './service.ts';

type Sdk = typeof import('@aws-sdk/client-sso-admin');

/** A permission set that is provisioned in the account, and who is assigned it there. */
export interface SetHere {
  readonly arn: string;
  readonly name: string | undefined;
  readonly principals: readonly {
    /** Of the identity store. */
    readonly id: string;
    readonly type: string | undefined;
  }[];
}

type HereApi = Api<
  Sdk,
  'DescribeInstance' | 'ListPermissionSetsProvisionedToAccount' | 'DescribePermissionSet' | 'ListAccountAssignments'
>;

async function setsHere(api: HereApi, instance: string): Promise<readonly SetHere[]> {
  if (!(await hasSets(api, instance))) return [];
  const arns: string[] = [];
  const here = { InstanceArn: instance, AccountId: api.account, MaxResults: 100 };
  // only those of sets that were changed since are left out by a status
  for await (const page of api.pages('ListPermissionSetsProvisionedToAccount', here))
    arns.push(...(page.PermissionSets ?? []));
  return Promise.all(
    arns.map(async (arn): Promise<SetHere> => {
      const { name } = await describedSet(api, { arn, instance });
      return { arn, name, principals: await assignedIn(api, { arn, instance }, api.account) };
    }),
  );
}

/** An instance of IAM Identity Center: the account's own, or the organisation's as its members see it. */
export const identityInstance = resource(identitycenter, 'AWS::SSO::Instance', {
  calls: ['ListInstances'],
  async *list(api) {
    yield* await instancesOf(api);
  },
  label: ({ name, id }) =>
    name === id ? `Identity Center instance ${id}` : `Identity Center instance ${name} (${id})`,
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/identity-center-instances.html'],
})
  .facets((facet) => ({
    /**
     * Accounts that administer IAM Identity Center for the organisation besides its management account; undefined where the instance
     * is the account's own, and absent where the account is not told.
     * https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html
     */
    administrators: facet.from(organizations, {
      calls: ['ListDelegatedAdministrators'],
      absentOn: notTold,
      read: async (api, { owner }): Promise<readonly string[] | undefined> =>
        owner === api.account ? undefined : administratorsOf(api),
    }),
  }))
  .facets((facet) => ({
    /**
     * The permission sets of the account that is read, and who is assigned each. Undefined where that is told to others only: to the
     * account whose instance it is, and to those that administer it.
     */
    here: facet({
      calls: [
        'DescribeInstance',
        'ListPermissionSetsProvisionedToAccount',
        'DescribePermissionSet',
        'ListAccountAssignments',
      ],
      often: {
        DescribePermissionSet: 'per permission set of the account',
        ListAccountAssignments: 'per permission set of the account',
      },
      after: ['administrators'],
      async read(api, { arn, owner }, { administrators }): Promise<readonly SetHere[] | undefined> {
        const told = owner === api.account || administrators?.includes(api.account) === true;
        return told ? setsHere(api, arn) : undefined;
      },
    }),
  }));
