import { indexOf } from '../lookup.ts';
import type { Interval, IpFamily } from '../../../text/cidr.ts';
import { contains, mergeIntervals, parseCidr, subtractIntervals } from '../../../text/cidr.ts';
import { addressesIn, isWideSet, type Wideness } from '../wide.ts';
import { familyName, type Network, type RouteFact, type RouteTableFact } from './facts.ts';
import { closed, type Link, open, possible, unknown } from './link.ts';

/** How a subnet meets the internet. */
export interface Meeting {
  readonly link: Link;
  /** The clients whose packets come in and whose answers go out through the gateway. */
  readonly clients: readonly Interval[];
  readonly routeTableId?: string | undefined;
  readonly gatewayId?: string | undefined;
  /** The firewall, Gateway Load Balancer endpoint or appliance that the traffic passes. */
  readonly through?: string | undefined;
}

const isGateway = (id: string | undefined): id is string => id?.startsWith('igw-') === true;

/** What a route leads to that looks into the traffic and sends it on: an inspection endpoint or an appliance. */
const middleboxOf = ({ gatewayId, applianceId }: RouteFact): string | undefined =>
  gatewayId?.startsWith('vpce-') === true ? gatewayId : applianceId;

const tablesOf = (network: Network, vpcId: string): readonly RouteTableFact[] =>
  indexOf(network.routeTables, 'vpc', (table) => (table.vpcId === undefined ? [] : [table.vpcId])).get(vpcId) ?? [];

/** Whether an internet gateway is attached to a VPC, as far as its route tables tell. */
export const hasGateway = (network: Network, vpcId: string): boolean =>
  tablesOf(network, vpcId).some(
    ({ routes, edgeGatewayIds }) =>
      edgeGatewayIds.some(isGateway) ||
      routes.some(({ gatewayId, state }) => isGateway(gatewayId) && state !== 'blackhole'),
  );

interface Share {
  readonly route: RouteFact;
  readonly set: readonly Interval[];
}

/** The addresses that each route decides on: the longest prefix wins, also where its target is gone. */
function sharesOf(routes: readonly RouteFact[], family: IpFamily): Share[] {
  const known = routes.flatMap((route) => {
    const cidr = parseCidr(route.destination ?? '');
    return cidr?.family === family ? [{ route, cidr }] : [];
  });
  let taken: Interval[] = [];
  return known
    .sort((a, b) => b.cidr.prefix - a.cidr.prefix)
    .map(({ route, cidr }) => {
      const set = subtractIntervals([cidr], taken);
      taken = mergeIntervals([...taken, cidr]);
      return { route, set };
    });
}

const joined = (shares: readonly Share[]): Interval[] => mergeIntervals(shares.flatMap(({ set }) => set));

/** Where a gateway's own route table sends what comes in for an address; undefined: straight to it. */
function edgeMiddlebox(network: Network, vpcId: string, gatewayId: string, address: string): string | undefined {
  const table = tablesOf(network, vpcId).find(({ edgeGatewayIds }) => edgeGatewayIds.includes(gatewayId));
  const target = parseCidr(address);
  if (table === undefined || target === undefined) return undefined;
  const [route] = table.routes
    .flatMap((each) => {
      const cidr = parseCidr(each.destination ?? '');
      return cidr !== undefined && contains(cidr, target) ? [{ each, prefix: cidr.prefix }] : [];
    })
    .sort((a, b) => b.prefix - a.prefix);
  return route === undefined ? undefined : middleboxOf(route.each);
}

/** What was read of a subnet's way to the internet. A subnet without a route table of its own uses its VPC's main one. */
function tableOf(network: Network, subnetId: string, vpcId: string, shared: boolean): RouteTableFact | undefined {
  const own = indexOf(network.routeTables, 'subnet', (table) => table.subnetIds).get(subnetId)?.[0];
  // Which table another account's subnet uses is told with the tables, and those may not be visible.
  return own ?? (shared ? undefined : tablesOf(network, vpcId).find(({ main }) => main));
}

/** Whether VPC Block Public Access lets the internet into a subnet. */
export function blockLink(subnetId: string, network: Network): Link {
  const subnet = indexOf(network.subnets, 'id', ({ id }) => [id]).get(subnetId)?.[0];
  if (subnet === undefined) return unknown(network.unread.subnets ?? `${subnetId} is not visible to this account`);
  if (subnet.inboundBlock === 'off') return open;
  const says = `VPC Block Public Access (${subnet.inboundBlock}) closes ${subnetId}`;
  return subnet.ownerId === undefined || subnet.ownerId === subnet.account
    ? closed(says)
    : unknown(`${says}, unless account ${subnet.ownerId}, which shares it, excludes it`);
}

/**
 * Whether packets of internet clients come to an address in a subnet through an internet gateway and answers go back: the
 * routes of the subnet and of the gateway, and VPC Block Public Access. Where either leads through a firewall endpoint, its
 * rules decide. Egress-only and carrier gateways, NAT, peering, transit gateways and VPNs let no internet client in.
 * @param address of the interface inside the VPC
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export function meetInternet(
  at: { readonly subnetId: string; readonly vpcId: string; readonly address: string },
  network: Network,
  family: IpFamily,
  wideness: Wideness,
): Meeting {
  const { subnetId, vpcId } = at;
  const none = (link: Link): Meeting => ({ link, clients: [] });
  // Nobody would be let in by what comes after, which then would be said to close the way.
  const anybody = (cause: string): Meeting => ({
    link: unknown(cause),
    clients: addressesIn([family === 'ipv4' ? '0.0.0.0/0' : '::/0'], family),
  });
  const block = blockLink(subnetId, network);
  if (block.is === 'closed') return none(block);
  const subnet = indexOf(network.subnets, 'id', ({ id }) => [id]).get(subnetId)?.[0];
  const shared = subnet?.ownerId !== undefined && subnet.ownerId !== subnet.account;
  const table = tableOf(network, subnetId, vpcId, shared);
  if (table === undefined)
    return anybody(network.unread.routeTables ?? `the route table of ${subnetId} is not visible to this account`);
  const shares = sharesOf(table.routes, family).filter(({ route }) => route.state !== 'blackhole');
  const direct = shares.filter(({ route }) => isGateway(route.gatewayId));
  const inspected = shares.filter(({ route }) => middleboxOf(route) !== undefined);
  const gatewayId = direct.map(({ route }) => route.gatewayId).find(isGateway);
  const found = { routeTableId: table.id, gatewayId };
  const straight = joined(direct);
  if (gatewayId !== undefined && isWideSet(straight, family, wideness)) {
    const edge = edgeMiddlebox(network, vpcId, gatewayId, at.address);
    return edge === undefined
      ? { link: block, clients: straight, ...found }
      : { link: block.is === 'open' ? inspection(edge) : block, clients: straight, ...found, through: edge };
  }
  const both = joined([...direct, ...inspected]);
  const through = inspected.map(({ route }) => middleboxOf(route)).find((id) => id !== undefined);
  if (through !== undefined && isWideSet(both, family, wideness) && hasGateway(network, vpcId))
    return { link: block.is === 'open' ? inspection(through) : block, clients: both, ...found, through };
  const listed = table.routes.some(({ prefixListId, gatewayId: to }) => prefixListId !== undefined && isGateway(to));
  return listed
    ? anybody(`${table.id} of ${subnetId} routes a prefix list to an internet gateway, whose entries were not read`)
    : none(closed(`${table.id} of ${subnetId} has no ${familyName[family]} default route to an internet gateway`));
}

const inspection = (id: string): Link => possible(`the rules of what inspects the traffic at ${id}`);
