import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { controlPolicies, levelsOf, rootOf } from './control-policies.ts';
import { delegatedAdministrators, trustedServices } from './delegated.ts';
import { effectivePolicy, inForce, invalidPolicies } from './effective.ts';
import { organizations } from './service.ts';

/** Codes with which Organizations says that the account is in none. */
const notInOrganization = ['AWSOrganizationsNotInUseException'] as const;

/**
 * How Organizations refuses what only the management account and delegated administrators are told; a policy that does
 * not allow the call is refused in other words
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_troubleshoot_general.html).
 */
const notAdministrator = "AccessDeniedException: You don't have permissions to access this resource";

/** What an account is answered that is not told something of its organisation, or has none. */
export const notTold = [...notInOrganization, notAdministrator] as const;

/** What `DescribeOrganization` tells every member. */
export interface OrganizationDetails {
  /** `o-…` */
  readonly id: string | undefined;
  /** `ALL` or `CONSOLIDATED_BILLING`. */
  readonly featureSet: string | undefined;
  readonly managementAccount: string | undefined;
  /** The account that was read is the management account. */
  readonly isManagement: boolean;
}

/** What `DescribeOrganization` answers, asked once per run. @throws the service's error where the account is in none */
export const organizationDetails = (
  api: Api<typeof import('@aws-sdk/client-organizations'), 'DescribeOrganization'>,
): Promise<OrganizationDetails> =>
  api.once('organization', async () => {
    const { Organization } = await api.call('DescribeOrganization');
    return {
      id: Organization?.Id,
      featureSet: Organization?.FeatureSet,
      managementAccount: Organization?.MasterAccountId,
      isManagement: Organization?.MasterAccountId === api.account,
    };
  });

/** The facet of it, for other services' types too; absent for an account that is in none. */
export const organizationFacet = {
  calls: ['DescribeOrganization'],
  absentOn: notInOrganization,
  read: organizationDetails,
} as const;

const policyCalls = ['ListPoliciesForTarget', 'DescribePolicy'] as const;
const controlsOften = { ListPoliciesForTarget: 'per level and type of policy', DescribePolicy: 'per policy' } as const;

/**
 * The organisation the account is in. One item even when there is none: `details` is then absent.
 * `accounts`, `delegatedAdministrators`, `root` and what rests on it are told only to the management account and to delegated
 * administrators (https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html); elsewhere they are denied.
 */
export const organization = resource(organizations, 'AWS::Organizations::Organization', {
  calls: [],
  singleton: true,
  async *list({ account }) {
    yield { id: account, name: 'The organization' };
  },
  arn: ({ id }, { partition }) => `arn:${partition}:organizations::${id}:organization`,
})
  .facets((facet) => ({
    details: facet(organizationFacet),
    accounts: facet({
      calls: ['ListAccounts'],
      absentOn: notInOrganization,
      async read(api) {
        const accounts = [];
        for await (const page of api.pages('ListAccounts')) {
          for (const { Id, Name, State, Status } of page.Accounts ?? []) {
            // `Status` is deprecated in favour of `State`, which older endpoints do not send.
            if (Id !== undefined) accounts.push({ id: Id, name: Name, state: State ?? Status });
          }
        }
        return accounts;
      },
    }),
  }))
  .facets((facet) => ({
    /**
     * Accounts that administer at least one service for the organisation, and which: principals such as
     * `config.amazonaws.com`. Told to the management account and to delegated administrators, absent in every other account.
     */
    delegatedAdministrators: facet({
      calls: ['ListDelegatedAdministrators', 'ListDelegatedServicesForAccount'],
      often: { ListDelegatedServicesForAccount: 'per delegated administrator' },
      absentOn: notTold,
      revision: 2,
      after: ['details'],
      read: async (api, _, { details }) => (details === undefined ? undefined : delegatedAdministrators(api)),
    }),
    /** Principals of the services that AWS lets act in the whole organisation ("trusted access"); told to the same accounts. */
    trustedServices: facet({
      calls: ['ListAWSServiceAccessForOrganization'],
      absentOn: notTold,
      after: ['details'],
      read: async (api, _, { details }) => (details === undefined ? undefined : trustedServices(api)),
    }),
    /** What is in force on the account of declarative and other management policies, as JSON; absent where there is none. */
    ec2Policy: facet({ ...effectivePolicy, after: ['details'], read: inForce('DECLARATIVE_POLICY_EC2') }),
    s3Policy: facet({ ...effectivePolicy, after: ['details'], read: inForce('S3_POLICY') }),
    /**
     * Accounts whose management policies contradict each other, so that AWS puts another policy into force than was written; told
     * to the management account and to delegated administrators.
     */
    invalidPolicies: facet({
      calls: ['ListRoots', 'ListAccountsWithInvalidEffectivePolicy', 'ListEffectivePolicyValidationErrors'],
      often: {
        ListAccountsWithInvalidEffectivePolicy: 'per type of policy that is turned on',
        ListEffectivePolicyValidationErrors: 'per account with an invalid policy',
      },
      absentOn: notTold,
      after: ['details'],
      read: async (api, _, { details }) => (details === undefined ? undefined : invalidPolicies(api)),
    }),
    root: facet({ calls: ['ListRoots'], after: ['details'], read: (api, _, { details }) => rootOf(api, details) }),
  }))
  .facets((facet) => ({
    /** Ids from the root down to the account. */
    levels: facet({
      calls: ['ListParents'],
      often: { ListParents: 'per level of the organization' },
      after: ['root'],
      read: (api, _, { root }) => levelsOf(api, root),
    }),
  }))
  .facets((facet) => ({
    /** Service control policies in force for the account, by level. */
    serviceControls: facet({
      calls: policyCalls,
      often: controlsOften,
      after: ['root', 'levels'],
      read: (api, _, { root, levels }) => controlPolicies(api, 'SERVICE_CONTROL_POLICY', root, levels),
    }),
    /** The same of resource control policies. */
    resourceControls: facet({
      calls: policyCalls,
      often: controlsOften,
      after: ['root', 'levels'],
      read: (api, _, { root, levels }) => controlPolicies(api, 'RESOURCE_CONTROL_POLICY', root, levels),
    }),
  }));
