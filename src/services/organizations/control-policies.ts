import type { Api } from '../../aws/api.ts';
import type { OrganizationDetails } from './organization.ts';
import { rootsOf } from './tree.ts';

type Sdk = typeof import('@aws-sdk/client-organizations');

export type ControlPolicyType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

/** The root of the organisation, as far as it binds the account; `none`: nothing binds it, and why, in words. */
export type OrganizationRoot =
  | {
      readonly id: string;
      /** Status by policy type: `ENABLED`, `PENDING_ENABLE`, `PENDING_DISABLE`; a type that is off is not there. */
      readonly types: Readonly<Record<string, string>>;
    }
  | { readonly none: string };

/** A root, an organisational unit or the account, with the policies that are attached to it. */
export interface ControlLevel {
  /** `r-…`, `ou-…` or the account's id. */
  readonly target: string;
  readonly policies: readonly {
    readonly id: string;
    readonly name: string;
    /** JSON text. */
    readonly document: string;
  }[];
}

/** Root first, the account last. `none`: no policy of the type binds the account, and why, in words. */
export type ControlPolicies = { readonly levels: readonly ControlLevel[] } | { readonly none: string };

const words: Record<ControlPolicyType, string> = {
  SERVICE_CONTROL_POLICY: 'service control policies',
  RESOURCE_CONTROL_POLICY: 'resource control policies',
};

/**
 * The organisation's root. Not asked where nothing of it can bind the account: outside an organisation, in the management
 * account (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html and
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html), and without "all features"
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_org_support-all-features.html).
 * Told to the management account and to delegated administrators only; other members are denied
 * (https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListRoots.html).
 */
export async function rootOf(
  api: Api<Sdk, 'ListRoots'>,
  details: OrganizationDetails | undefined,
): Promise<OrganizationRoot> {
  if (details === undefined) return { none: 'the account is in no organization' };
  if (details.isManagement) return { none: 'they do not bind the management account' };
  if (details.featureSet === 'CONSOLIDATED_BILLING') return { none: 'the organization only shares its bill' };
  const [root] = await rootsOf(api);
  if (root === undefined) throw new Error('the organization has no root');
  return { id: root.id, types: root.types };
}

/** AWS allows five units below each other (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html). */
const deepest = 32;

/**
 * Ids from the root down to the account; empty where no policies are to be looked for.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListParents.html
 */
export async function levelsOf(api: Api<Sdk, 'ListParents'>, root: OrganizationRoot): Promise<readonly string[]> {
  if ('none' in root || !Object.keys(words).some((type) => type in root.types)) return [];
  return api.once('levels', async () => {
    const levels = [api.account];
    for (let child = api.account; child !== root.id;) {
      const parent = await parentOf(api, child);
      if (parent === undefined || levels.length > deepest)
        throw new Error(`the way from the account up to the root ${root.id} ends at ${child}`);
      levels.unshift(parent);
      child = parent;
    }
    return levels;
  });
}

async function parentOf(api: Api<Sdk, 'ListParents'>, child: string): Promise<string | undefined> {
  for await (const { Parents } of api.pages('ListParents', { ChildId: child })) {
    // A child has one parent.
    for (const { Id } of Parents ?? []) if (Id !== undefined) return Id;
  }
  return undefined;
}

type PolicyApi = Api<Sdk, 'ListPoliciesForTarget' | 'DescribePolicy'>;

/**
 * The policies of one type on every level above the account and on the account itself.
 * @throws Error where what AWS answers does not say which policies are in force
 */
export async function controlPolicies(
  api: PolicyApi,
  type: ControlPolicyType,
  root: OrganizationRoot,
  levels: readonly string[],
): Promise<ControlPolicies> {
  if ('none' in root) return root;
  const status = root.types[type];
  // A partition without resource control policies does not list the type either.
  if (status === undefined) return { none: `the organization has not enabled ${words[type]}` };
  if (status !== 'ENABLED') throw new Error(`the organization is enabling or disabling ${words[type]} (${status})`);
  const found = await Promise.all(
    levels.map(async (target): Promise<ControlLevel> => {
      const policies = await Promise.all((await attachedTo(api, type, target)).map((id) => describedPolicy(api, id)));
      // At least one stays attached: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_policies_detach.html
      if (policies.length === 0)
        throw new Error(`AWS lists no ${words[type]} for ${target}, where there is at least one`);
      return { target, policies };
    }),
  );
  return { levels: found };
}

async function attachedTo(api: PolicyApi, type: ControlPolicyType, target: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { Policies } of api.pages('ListPoliciesForTarget', { TargetId: target, Filter: type })) {
    for (const { Id } of Policies ?? []) if (Id !== undefined) ids.push(Id);
  }
  return ids;
}

/** A policy is often attached to several levels; it is asked for once. */
export const describedPolicy = (
  api: Api<Sdk, 'DescribePolicy'>,
  id: string,
): Promise<ControlLevel['policies'][number]> =>
  api.once(`policy/${id}`, async () => {
    const { Policy } = await api.call('DescribePolicy', { PolicyId: id });
    if (Policy?.Content === undefined) throw new Error(`the policy ${id} came without its content`);
    return { id, name: Policy.PolicySummary?.Name ?? id, document: Policy.Content };
  });
