import { isPublicCidr, isWholeInternet, type IpFamily } from '../../policy/cidr.ts';
import { naclOpenTo, type NaclEntry } from '../../policy/nacl.ts';
import { rulesOpening, type PortProtocol, type SecurityGroupRule } from '../../policy/ports.ts';
import { indexOf } from './lookup.ts';

/** What an instance (or anything with network interfaces) is reached by. */
export interface Interface {
  readonly id: string | undefined;
  readonly vpcId: string | undefined;
  readonly subnetId: string | undefined;
  readonly groupIds: readonly string[];
  readonly publicIps: readonly string[];
  readonly ipv6: readonly string[];
}

interface Route {
  readonly destination: string | undefined;
  readonly state: string | undefined;
  readonly gatewayId: string | undefined;
}

/** The parts of a region's network that lie between an interface and the internet, as they were listed. */
export interface Network {
  readonly subnets: readonly { readonly id: string; readonly inboundBlock: string }[];
  readonly routeTables: readonly {
    readonly id: string;
    readonly vpcId: string | undefined;
    readonly main: boolean;
    readonly subnetIds: readonly string[];
    readonly routes: readonly Route[];
  }[];
  readonly acls: readonly {
    readonly id: string;
    readonly subnetIds: readonly string[];
    readonly entries: readonly NaclEntry[];
  }[];
  readonly groups: readonly {
    readonly id: string;
    readonly rules: readonly SecurityGroupRule[];
    readonly prefixListCidrs: Readonly<Record<string, readonly string[]>>;
  }[];
}

/** A way from the internet to a port, and what lets it through. */
export interface OpenPath {
  readonly address: string;
  readonly family: IpFamily;
  readonly protocol: PortProtocol;
  readonly port: number;
  readonly interfaceId: string | undefined;
  readonly routeTableId: string;
  readonly gatewayId: string;
  readonly groupIds: readonly string[];
  readonly aclId: string;
}

/** `closed` names the links that are missing; `unknown` what would have decided and is not among what was listed. */
export type Reach =
  | { readonly kind: 'open'; readonly path: OpenPath }
  | { readonly kind: 'closed'; readonly reasons: readonly string[] }
  | { readonly kind: 'unknown'; readonly causes: readonly string[] };

type Link<T> =
  | { readonly is: 'open'; readonly by: T }
  | { readonly is: 'closed'; readonly reason: string }
  | { readonly is: 'unknown'; readonly cause: string };

/**
 * Whether the whole internet reaches one of some ports of an instance: a public address, a route of its subnet to an
 * internet gateway that VPC Block Public Access does not close, a security group and a network ACL that let the port in.
 * One missing link closes a way; a link that is not known leaves it open only when no other one is missing.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 */
export function reachFromInternet(
  interfaces: readonly Interface[],
  network: Network,
  ports: readonly number[],
  protocol: PortProtocol = 'tcp',
): Reach {
  const reasons = new Set<string>();
  const causes = new Set<string>();
  for (const each of interfaces) {
    for (const { family, address } of addressesOf(each)) {
      const route = routeLink(each, network, family);
      const subnet = blockLink(each, network);
      for (const port of ports) {
        const group = groupLink(each, network, { family, protocol, port });
        const acl = aclLink(each, network, { family, protocol, port });
        const links = [route, subnet, group, acl];
        const closed = links.find((link) => link.is === 'closed');
        const open = links.find((link) => link.is === 'unknown');
        if (closed !== undefined) reasons.add(closed.reason);
        else if (open !== undefined) causes.add(open.cause);
        else if (route.is === 'open' && group.is === 'open' && acl.is === 'open') {
          const path = {
            address,
            family,
            protocol,
            port,
            interfaceId: each.id,
            groupIds: group.by,
            aclId: acl.by,
            ...route.by,
          };
          return { kind: 'open', path };
        }
      }
    }
  }
  if (causes.size > 0) return { kind: 'unknown', causes: [...causes] };
  return { kind: 'closed', reasons: reasons.size > 0 ? [...reasons] : ['it has no public address'] };
}

function addressesOf({ publicIps, ipv6 }: Interface): { family: IpFamily; address: string }[] {
  const [first] = publicIps;
  const global = ipv6.find(isPublicCidr);
  return [
    ...(first === undefined ? [] : [{ family: 'ipv4' as const, address: first }]),
    ...(global === undefined ? [] : [{ family: 'ipv6' as const, address: global }]),
  ];
}

/** A subnet without a route table of its own uses its VPC's main one. */
function routeLink(
  each: Interface,
  network: Network,
  family: IpFamily,
): Link<{ routeTableId: string; gatewayId: string }> {
  const { subnetId = '', vpcId = '' } = each;
  const own = indexOf(network.routeTables, 'subnet', (table) => table.subnetIds).get(subnetId)?.[0];
  const main = indexOf(network.routeTables, 'main', (table) => (table.main ? [table.vpcId ?? ''] : [])).get(vpcId)?.[0];
  const table = own ?? main;
  if (table === undefined)
    return { is: 'unknown', cause: `the route table of ${subnetId} is not visible to this account` };
  const routes = table.routes.filter(
    (route) => route.gatewayId?.startsWith('igw-') === true && route.state !== 'blackhole',
  );
  const destinations = routes.flatMap(({ destination }) => destination ?? []);
  const gatewayId = routes[0]?.gatewayId;
  return gatewayId !== undefined && isWholeInternet(destinations, family)
    ? { is: 'open', by: { routeTableId: table.id, gatewayId } }
    : {
        is: 'closed',
        reason: `${table.id} of ${subnetId} has no ${familyName[family]} default route to an internet gateway`,
      };
}

function blockLink({ subnetId = '' }: Interface, network: Network): Link<undefined> {
  const subnet = indexOf(network.subnets, 'id', ({ id }) => [id]).get(subnetId)?.[0];
  if (subnet === undefined) return { is: 'unknown', cause: `${subnetId} is not visible to this account` };
  return subnet.inboundBlock === 'off'
    ? { is: 'open', by: undefined }
    : { is: 'closed', reason: `VPC Block Public Access (${subnet.inboundBlock}) closes ${subnetId}` };
}

interface Wanted {
  readonly family: IpFamily;
  readonly protocol: PortProtocol;
  readonly port: number;
}

/** The rules of all groups of an interface count together. */
function groupLink({ groupIds }: Interface, network: Network, { port, ...options }: Wanted): Link<readonly string[]> {
  const byId = indexOf(network.groups, 'id', ({ id }) => [id]);
  const groups = groupIds.flatMap((id) => byId.get(id) ?? []);
  const prefixListCidrs = new Map(groups.flatMap((group) => Object.entries(group.prefixListCidrs)));
  const opening = new Set(
    rulesOpening(
      groups.flatMap(({ rules }) => rules),
      port,
      { ...options, prefixListCidrs },
    ),
  );
  if (opening.size > 0) {
    return {
      is: 'open',
      by: groups.filter(({ rules }) => rules.some((rule) => opening.has(rule))).map(({ id }) => id),
    };
  }
  const missing = groupIds.filter((id) => !byId.has(id));
  return missing.length > 0
    ? { is: 'unknown', cause: `security group ${missing.join(', ')} is not visible to this account` }
    : {
        is: 'closed',
        reason: `no security group opens ${options.protocol} ${port} to the ${familyName[options.family]} internet`,
      };
}

function aclLink({ subnetId = '' }: Interface, network: Network, { port, ...options }: Wanted): Link<string> {
  const acl = indexOf(network.acls, 'subnet', ({ subnetIds }) => subnetIds).get(subnetId)?.[0];
  if (acl === undefined)
    return { is: 'unknown', cause: `the network ACL of ${subnetId} is not visible to this account` };
  return naclOpenTo(acl.entries, port, options)
    ? { is: 'open', by: acl.id }
    : {
        is: 'closed',
        reason: `${acl.id} of ${subnetId} lets no ${options.protocol} ${port} in from the ${familyName[options.family]} internet`,
      };
}

const familyName: Record<IpFamily, string> = { ipv4: 'IPv4', ipv6: 'IPv6' };
