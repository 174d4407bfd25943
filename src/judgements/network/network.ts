import { along } from '../../engine/check.ts';
import { derive } from '../../engine/derive.ts';
import type { Context, Subject, UnreadReason } from '../../engine/check.ts';
import type { Network, NetworkPart } from './reach/reach.ts';
import { distribution } from '../../services/cloudfront/distribution.ts';
import { classicLoadBalancer } from '../../services/elb/load-balancer.ts';
import { loadBalancer } from '../../services/elbv2/load-balancer.ts';
import { targetGroup } from '../../services/elbv2/target-group.ts';
import { accelerator } from '../../services/globalaccelerator/accelerator.ts';
import { networkAcl } from '../../services/ec2/network-acl.ts';
import { routeTable } from '../../services/ec2/route-table.ts';
import { securityGroup } from '../../services/ec2/security-group.ts';
import { subnet } from '../../services/ec2/subnet.ts';

/** What tells what the internet reaches; of one region, as far as it is of a region, or of the account. */
const parts = (reach: 'account' | 'region') =>
  ({
    subnets: along(subnet, { needs: ['inboundBlock'], optional: true, reach }),
    routeTables: along(routeTable, { optional: true, reach }),
    acls: along(networkAcl, { optional: true, reach }),
    securityGroups: along(securityGroup, { optional: true, reach }),
    prefixLists: along(securityGroup, { needs: ['prefixListCidrs'], optional: true, reach }),
    loadBalancers: along(loadBalancer, { needs: ['listeners'], optional: true, reach }),
    targetGroups: along(targetGroup, { needs: ['targets', 'preservesClientIp'], optional: true, reach }),
    classicLoadBalancers: along(classicLoadBalancer, { optional: true, reach }),
    accelerators: along(accelerator, { needs: ['endpoints'], optional: true, reach }),
    distributions: along(distribution, { needs: ['vpcOrigins'], optional: true, reach }),
  }) as const;

/**
 * What a check of the whole account reads to tell what the internet reaches. Each part is optional: what was not read makes
 * a verdict unknown only where it would decide.
 */
export const networkAlong = parts('account');

type Names = keyof typeof networkAlong;

export type NetworkValues = {
  readonly [K in Names]: (typeof networkAlong)[K] extends {
    readonly resource: infer R;
    readonly needs: readonly (infer N)[];
  }
    ? readonly Subject<R, N & PropertyKey>[]
    : never;
};

/** What each part is called in a message. */
export const networkParts: Readonly<Record<Names, string>> = {
  subnets: 'subnets',
  routeTables: 'route tables',
  acls: 'network ACLs',
  securityGroups: 'security groups',
  prefixLists: 'prefix lists of security groups',
  loadBalancers: 'load balancers',
  targetGroups: 'target groups',
  classicLoadBalancers: 'Classic Load Balancers',
  accelerators: 'accelerators',
  distributions: 'distributions',
};

const partOf = (name: Names): NetworkPart => (name === 'securityGroups' ? 'groups' : name);

/** The network of one region as the judgement of reach takes it; accelerators and distributions are of every region. */
function networkIn(region: string, values: NetworkValues, unread: Readonly<Record<string, UnreadReason>>): Network {
  const own = <T extends { readonly region: string }>(list: readonly T[]): T[] =>
    list.filter((one) => one.region === region);
  return {
    subnets: own(values.subnets),
    routeTables: own(values.routeTables),
    acls: own(values.acls),
    groups: own(values.securityGroups),
    prefixLists: own(values.prefixLists),
    loadBalancers: own(values.loadBalancers),
    targetGroups: own(values.targetGroups),
    classicLoadBalancers: own(values.classicLoadBalancers),
    accelerators: values.accelerators,
    distributions: values.distributions,
    unread: Object.fromEntries(
      (Object.keys(networkParts) as Names[]).flatMap((name) => {
        const reason = unread[name];
        return reason === undefined ? [] : [[partOf(name), `${networkParts[name]} were not read: ${reason.cause}`]];
      }),
    ),
  };
}

/** The network of each region, put together when it is first asked about. */
export type NetworkOf = (region: string) => Network;

export function networksOf(values: NetworkValues, unread: Context['unreadAlong']): NetworkOf {
  const byRegion = new Map<string, Network>();
  return (region) => {
    let found = byRegion.get(region);
    if (found === undefined) byRegion.set(region, (found = networkIn(region, values, unread)));
    return found;
  };
}

/** What the internet reaches, for checks of the whole account. */
export const network = derive('the network', networkAlong, (values, { unreadAlong }) =>
  networksOf(values, unreadAlong),
);

/** The same for checks of something in one region. */
export const regionalNetwork = derive('the network of a region', parts('region'), (values, { unreadAlong }) =>
  networksOf(values, unreadAlong),
);

const { subnets, routeTables, acls, securityGroups, prefixLists } = parts('region');

/** What lies in front of an address in one region: for what nothing but its own address leads to. */
export const addressNetwork = derive(
  'the network in front of addresses of a region',
  { subnets, routeTables, acls, securityGroups, prefixLists },
  (values, { unreadAlong }) => networksOf({ ...nothingInFront, ...values }, unreadAlong),
);

const nothingInFront = {
  loadBalancers: [],
  targetGroups: [],
  classicLoadBalancers: [],
  accelerators: [],
  distributions: [],
} as const;

/** The companions that could not be read whole, by name. */
export const unreadParts = (unread: Context['unreadAlong']): string[] =>
  Object.keys(networkParts).filter((name) => name in unread);
