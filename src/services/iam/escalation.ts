import { along } from '../../engine/check.ts';
import type { Subject } from '../../engine/check.ts';
import { accountFromItems, computeOf, type IamItems } from '../../iam/graph/items.ts';
import type { Account, Compute, Surroundings } from '../../iam/graph/types.ts';
import { findPaths } from '../../iam/paths/paths.ts';
import type { PathsResult } from '../../iam/paths/types.ts';
import { instance } from '../ec2/instance.ts';
import { reachFromInternet } from '../ec2/internet-path.ts';
import { networkAcl } from '../ec2/network-acl.ts';
import { routeTable } from '../ec2/route-table.ts';
import { securityGroup } from '../ec2/security-group.ts';
import { subnet } from '../ec2/subnet.ts';
import { organization } from '../organizations/organization.ts';
import { group } from './group.ts';
import { managedPolicy } from './managed-policy.ts';
import { role } from './role.ts';
import { user } from './user.ts';

/** What the search for attack paths cannot do without. */
export const coreAlong = {
  users: along(user),
  groups: along(group),
  roles: along(role),
  policies: along(managedPolicy),
} as const;

/** What makes its answers surer: keys and passwords, and the organisation. */
export const credentialsAlong = { users: along(user, { needs: ['credentials'] }) } as const;
export const organizationAlong = { organizations: along(organization, { needs: ['details'] }) } as const;
/** Told to the management account and delegated administrators only. */
export const memberAlong = { organizationAccounts: along(organization, { needs: ['accounts'] }) } as const;

/** What checks of attack paths read of IAM and of the organisation. */
export const identityAlong = { ...coreAlong, ...credentialsAlong, ...organizationAlong } as const;

/** What tells which instances the internet reaches. */
export const networkAlong = {
  instances: along(instance),
  subnets: along(subnet, { needs: ['inboundBlock'] }),
  routeTables: along(routeTable),
  acls: along(networkAcl),
  securityGroups: along(securityGroup, { needs: ['prefixListCidrs'] }),
} as const;

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
  Partial<Values<typeof memberAlong>>;
export type NetworkValues = Values<typeof networkAlong>;

/** Ports that something commonly listens on; another one open to the world is found by the checks of security groups. */
const commonPorts = [
  22, 80, 443, 3389, 21, 23, 25, 445, 3000, 3306, 5000, 5432, 5601, 5985, 6379, 8000, 8080, 8443, 8888, 9000, 9200,
  27017,
];

/** Facts around IAM, as far as they were read. */
function surroundingsOf(
  identity: IdentityValues,
  options: { readonly trustedAccounts: readonly string[]; readonly now: number },
): Surroundings {
  const known = identity.organizations?.[0];
  const details = known?.details;
  const none = known !== undefined && details === undefined;
  const accounts = identity.organizationAccounts?.[0]?.accounts?.map(({ id }) => id);
  const { id: organizationId } = details ?? {};
  return {
    // SCPs and RCPs are not collected yet; outside an organisation there are none
    scps: none || details?.isManagement === true ? undefined : 'unknown',
    rcps: none ? undefined : 'unknown',
    managementAccount: none ? false : details?.isManagement,
    organization:
      organizationId === undefined
        ? undefined
        : { id: organizationId, ...(accounts === undefined ? {} : { accounts }) },
    trustedAccounts: options.trustedAccounts,
    now: new Date(options.now),
  };
}

/** Instances with a role, and whether the internet reaches one of the usual ports of each. */
export function instancesOf(roles: IdentityValues['roles'], network: NetworkValues): Compute[] {
  return computeOf(
    roles,
    network.instances.map(({ arn, name, profileArn, state, interfaces, region }) => {
      const inRegion = <T extends { readonly region: string }>(list: readonly T[]): T[] =>
        list.filter((one) => one.region === region);
      const reach =
        profileArn === undefined
          ? undefined
          : reachFromInternet(
              interfaces,
              {
                subnets: inRegion(network.subnets),
                routeTables: inRegion(network.routeTables),
                acls: inRegion(network.acls),
                groups: inRegion(network.securityGroups),
              },
              commonPorts,
            );
      const internet: Compute['internet'] =
        reach === undefined || reach.kind === 'closed'
          ? undefined
          : reach.kind === 'unknown'
            ? 'unknown'
            : { via: `on ${reach.path.protocol} ${reach.path.port} at ${reach.path.address}` };
      return { arn, name, profileArn, state, internet };
    }),
  );
}

/** The account as the escalation graph sees it. */
export function accountOf(
  at: { readonly account: string; readonly partition: string },
  identity: IdentityValues,
  options: { readonly trustedAccounts: readonly string[]; readonly now: number },
  instances?: readonly Compute[],
): Account {
  const { users, groups, roles, policies } = identity;
  const items: IamItems = { ...at, users, groups, roles, policies };
  return accountFromItems(items, {
    ...surroundingsOf(identity, options),
    ...(instances === undefined ? {} : { instances }),
  });
}

const results = new WeakMap<object, Map<string, PathsResult>>();

/** The paths to administrator, searched once for all checks that get the same resources. */
export function pathsOf(
  at: { readonly account: string; readonly partition: string },
  identity: IdentityValues,
  options: { readonly trustedAccounts: readonly string[]; readonly now: number },
  network?: NetworkValues,
): PathsResult {
  const key = identity.roles;
  let known = results.get(key);
  if (known === undefined) results.set(key, (known = new Map()));
  const name = `${network === undefined ? 'identity' : 'network'} ${options.now} ${options.trustedAccounts.join()}`;
  let result = known.get(name);
  if (result === undefined) {
    const instances = network === undefined ? undefined : instancesOf(identity.roles, network);
    result = findPaths(accountOf(at, identity, options, instances), { brief: true });
    known.set(name, result);
  }
  return result;
}
