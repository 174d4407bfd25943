import { along } from '../../engine/check.ts';
import { derive } from '../../engine/derive.ts';
import type { OrganizationPolicies } from '../../iam/types.ts';
import { organizationAccount } from '../../services/organizations/account.ts';
import { organizationPolicy } from '../../services/organizations/policy.ts';
import { organizationRoot } from '../../services/organizations/root.ts';
import { organizationalUnit } from '../../services/organizations/unit.ts';
import { scpSource } from './control-policies.ts';
import { standing } from './standing.ts';

/** An account that service control policies bind: neither the management account nor one that is suspended or closed. */
export interface BoundAccount {
  readonly id: string;
  readonly name: string;
}

/** The organisation as a management account or delegated administrator sees it. */
export interface OrganizationTree {
  /** Whether service control policies are turned on; a status such as `PENDING_ENABLE` otherwise, undefined where they are off. */
  readonly scps: string | undefined;
  /** The members that are active, in the order of their ids. */
  readonly members: readonly BoundAccount[];
  /**
   * The effective set over a root, unit or account: the service control policies of each level, the root's first. A level that lists
   * none, although at least one stays attached everywhere, has an unreadable one in its place.
   */
  readonly over: (target: string) => OrganizationPolicies;
  /** What tells accounts apart whose policies are the same. */
  readonly setOf: (target: string) => string;
}

const active = new Set<string | undefined>(['ACTIVE']);

/**
 * Roots, units, accounts and the policies over them. Ask `standing` first: an account that is not told has an empty tree.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export const organizationTree = derive(
  'the tree of the organization with its service control policies',
  {
    standing,
    roots: along(organizationRoot),
    units: along(organizationalUnit),
    accounts: along(organizationAccount),
    organizationPolicies: along(organizationPolicy, { needs: ['document', 'targets'] }),
  },
  ({ standing: found, roots, units, accounts, organizationPolicies }, { account }): OrganizationTree => {
    const management = found.kind === 'member' ? found.managementAccount : account;
    const parents = new Map([...units, ...accounts].map(({ id, parent }) => [id, parent]));
    const attached = new Map<string, (typeof organizationPolicies)[number][]>();
    for (const policy of organizationPolicies) {
      if (policy.policyType !== 'SERVICE_CONTROL_POLICY') continue;
      for (const target of policy.targets) attached.set(target, [...(attached.get(target) ?? []), policy]);
    }
    const wayTo = (target: string): readonly string[] => {
      const way = [target];
      for (let at = parents.get(target); at !== undefined && !way.includes(at); at = parents.get(at)) way.unshift(at);
      return way;
    };
    return {
      scps: roots[0]?.types['SERVICE_CONTROL_POLICY'],
      members: accounts
        .filter(({ id, state }) => id !== management && active.has(state))
        .map(({ id, name }) => ({ id, name })),
      over: (target) =>
        wayTo(target).map((level) => {
          const policies = attached.get(level) ?? [];
          return policies.length === 0
            ? [{ name: `the policies of ${level}, of which AWS lists none`, document: undefined }]
            : policies.map(scpSource);
        }),
      setOf: (target) =>
        wayTo(target)
          .map((level) => (attached.get(level) ?? []).map(({ id }) => id).join())
          .join('/'),
    };
  },
);
