import { along } from '../../engine/check.ts';
import type { Context, Subject, UnreadReason } from '../../engine/check.ts';
import { accountFromItems, computeOf, type IamItems } from './items.ts';
import type { Account, Compute, Entitled, Surroundings } from '../../iam/graph/types.ts';
import { findPaths } from '../../iam/paths/paths.ts';
import { instance } from '../../services/ec2/instance.ts';
import { entitlement } from '../../services/accountaccess/entitlement.ts';
import { identityInstance, type SetHere } from '../../services/identitycenter/instance.ts';
import { reachFromInternet, wayText } from '../network/reach/reach.ts';
import { derive } from '../../engine/derive.ts';
import type { ItemOf } from '../../inventory/resource.ts';
import { network, type NetworkOf, networkParts, unreadParts } from '../network/network.ts';
import {
  organizationPathOf,
  resourceControlAlong,
  resourceControlsOf,
  serviceControlAlong,
  serviceControlsOf,
} from '../organization/control-policies.ts';
import { organization } from '../../services/organizations/organization.ts';
import { arnAccount } from '../../text/arn.ts';
import { missingParts } from '../endpoints/endpoints.ts';
import type { AccountPaths } from './escalation-verdicts.ts';
import { group } from '../../services/iam/group.ts';
import { managedPolicy } from '../../services/iam/managed-policy.ts';
import { role } from '../../services/iam/role.ts';
import { user } from '../../services/iam/user.ts';

/** What the search for attack paths cannot do without. */
export const coreAlong = {
  users: along(user),
  groups: along(group),
  roles: along(role),
  policies: along(managedPolicy),
} as const;

/** What makes its answers surer: keys and passwords, and the organisation. */
const credentialsAlong = { users: along(user, { needs: ['credentials'] }) } as const;
const organizationAlong = { organizations: along(organization, { needs: ['details'] }) } as const;
/** Told to the management account and delegated administrators only. */
const memberAlong = { organizationAccounts: along(organization, { needs: ['accounts'] }) } as const;

/** Policies of the organisation. Most accounts are not told them; paths are then what the others allow. */
export const controlsAlong = { ...serviceControlAlong, ...resourceControlAlong } as const;

/**
 * Who is assigned permission sets in the account, and entitled to its roles: told to the account only that administers IAM Identity
 * Center, or that has the application of account access manager.
 */
export const assignedAlong = {
  identityInstances: along(identityInstance, { needs: ['here'], optional: true }),
  entitlements: along(entitlement, { optional: true }),
} as const;

/** What checks of attack paths read of IAM and of the organisation. */
const identityAlong = {
  ...coreAlong,
  ...credentialsAlong,
  ...organizationAlong,
  ...controlsAlong,
  ...assignedAlong,
} as const;

/** Which instances there are; the network tells which of them the internet reaches. */
export const instancesAlong = { instances: along(instance, { optional: true }) } as const;

type Values<A> = {
  readonly [K in keyof A]: A[K] extends { readonly resource: infer R; readonly needs: readonly (infer N)[] }
    ? readonly Subject<R, N & PropertyKey>[]
    : never;
};
type Core = Values<typeof coreAlong>;
/** Without an organisation's list, it was not read. */
export type IdentityValues = Omit<Core, 'users'> & {
  readonly users: IamItems['users'];
} & Partial<Values<typeof organizationAlong>> &
  Partial<Values<typeof controlsAlong>> &
  Partial<Values<typeof assignedAlong>> &
  Partial<Values<typeof memberAlong>>;
export type RunningValues = Values<typeof instancesAlong> & { readonly network: NetworkOf };

/** What a check's context says besides the resources. */
export interface Circumstances {
  readonly trustedAccounts: readonly string[];
  readonly now: number;
  readonly unreadAlong: Context['unreadAlong'];
  /** Enabled regions that were left out: instances may run there. */
  readonly unreadRegions: readonly string[];
}

/**
 * The permission sets in the account; undefined where not all of them are known. An organisation has one instance with permission
 * sets: what it tells is all, and where none was seen, one may be in a region that was not read
 * (https://docs.aws.amazon.com/singlesignon/latest/userguide/identity-center-instances.html).
 */
export function assignedIn(
  instances: readonly { readonly here: readonly SetHere[] | undefined }[] | undefined,
  { unreadAlong, unreadRegions }: Pick<Circumstances, 'unreadAlong' | 'unreadRegions'>,
): Surroundings['assigned'] {
  if (instances === undefined || 'identityInstances' in unreadAlong) return undefined;
  const sets = instances.flatMap(({ here }) => here ?? []);
  if (sets.length === 0 && (unreadRegions.length > 0 || instances.some(({ here }) => here === undefined)))
    return undefined;
  return sets;
}

/** Entitlements to roles of the account itself, of those that were read. */
export function entitledIn(
  entitlements:
    | readonly Pick<ItemOf<typeof entitlement>, 'application' | 'principal' | 'role' | 'target'>[]
    | undefined,
  account: string,
): readonly Entitled[] {
  return (entitlements ?? []).flatMap(({ application, principal, role, target }): Entitled[] => {
    const [kind, id] = principal?.split(' ') ?? [];
    if (role === undefined || id === undefined || kind === undefined || target !== account) return [];
    return [{ role, by: arnAccount(application), principals: [{ id, type: kind.toUpperCase() }] }];
  });
}

/** Facts around IAM, as far as they were read. */
function surroundingsOf(account: string, identity: IdentityValues, options: Circumstances): Surroundings {
  const known = identity.organizations?.[0];
  const details = known?.details;
  const none = known !== undefined && details === undefined;
  const accounts = identity.organizationAccounts?.[0]?.accounts?.map(({ id }) => id);
  const { id: organizationId } = details ?? {};
  const free = none || details?.isManagement === true;
  const member = details !== undefined;
  const scps = serviceControlsOf(identity, options.unreadAlong, member);
  const rcps = resourceControlsOf(identity, options.unreadAlong, member);
  const path = organizationId === undefined ? undefined : organizationPathOf(organizationId, identity);
  return {
    scps: free ? undefined : scps.policies,
    rcps: free ? undefined : rcps.policies,
    controls: { scps: scps.source, rcps: rcps.source },
    managementAccount: none ? false : details?.isManagement,
    organization:
      organizationId === undefined
        ? undefined
        : {
            id: organizationId,
            ...(accounts === undefined ? {} : { accounts }),
            ...(path === undefined ? {} : { path }),
          },
    trustedAccounts: options.trustedAccounts,
    assigned: assignedIn(identity.identityInstances, options),
    entitled: entitledIn(identity.entitlements, account),
    now: new Date(options.now),
  };
}

/** Instances with a role, and whether and how the internet reaches each. */
function instancesOf(roles: IdentityValues['roles'], { instances, network }: RunningValues): Compute[] {
  return computeOf(
    roles,
    instances.map((each) => {
      const { arn, name, profileArn, state, region } = each;
      const reach = profileArn === undefined ? undefined : reachFromInternet(each, network(region));
      return { arn, name, profileArn, state, internet: internetOf(reach) };
    }),
  );
}

function internetOf(reach: ReturnType<typeof reachFromInternet> | undefined): Compute['internet'] {
  switch (reach?.kind) {
    case 'open':
      return { via: `on ${reach.path.protocol} ${reach.path.port} ${wayText(reach.path)}` };
    case 'possible':
      return {
        via: `on ${reach.path.protocol} ${reach.path.port} ${wayText(reach.path)}, which depends on ${reach.on}`,
        unsure: true,
      };
    case 'unknown':
      return 'unknown';
    case 'closed':
    case undefined:
      return undefined;
  }
}

const parts = { instances: 'instances', ...networkParts } as const;

/** What of the network could not be read; undefined: all of it was. */
export function unreadNetwork(
  unreadAlong: Context['unreadAlong'],
): (UnreadReason & { readonly names: readonly string[] }) | undefined {
  const missing = missingParts(parts, unreadAlong);
  if (missing.length === 0) return undefined;
  const names = ['instances', ...unreadParts(unreadAlong)].filter((name) => name in unreadAlong);
  const actions = names.flatMap((name) => unreadAlong[name]?.actions ?? []);
  return { names, cause: missing.join('; '), actions: [...new Set(actions)] };
}

/**
 * Instances as the search takes them. Those of some regions are ways in like other things that run; but whether an edge
 * over an instance exists is then not known.
 */
function runningOf(
  roles: IdentityValues['roles'],
  running: RunningValues,
  { unreadAlong, unreadRegions }: Circumstances,
): Pick<Surroundings, 'instances' | 'endpoints'> {
  if ('instances' in unreadAlong) return {};
  const instances = instancesOf(roles, running);
  return unreadRegions.length === 0 ? { instances } : { endpoints: instances };
}

/** The account as the escalation graph sees it. */
export function accountOf(
  { account, partition }: { readonly account: string; readonly partition: string },
  facts: IdentityValues & RunningValues,
  options: Circumstances,
): Account {
  const { users, groups, roles, policies } = facts;
  const items: IamItems = { account, partition, users, groups, roles, policies };
  return accountFromItems(items, { ...surroundingsOf(account, facts, options), ...runningOf(roles, facts, options) });
}

/** The account that paths are searched in. */
export const accountGraph = derive(
  'users, roles and what they run',
  { ...identityAlong, ...instancesAlong, network },
  (facts, context): Account => accountOf(context, facts, context),
);

/** The paths to administrator. Every path and the cuts are for pictures: findings do not need them. */
export const attackPaths = derive('attack paths', { account: accountGraph }, ({ account }, context): AccountPaths => ({
  ...findPaths(account, { brief: !context.detail, asRead: true }),
  controls: account.controls,
}));
