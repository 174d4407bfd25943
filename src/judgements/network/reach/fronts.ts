import { indexOf } from '../lookup.ts';
import type { IpFamily } from '../../../text/cidr.ts';
import { addressesIn, isWideSet, type Wideness } from '../wide.ts';
import { aclAdmits, type Admission, groupsAdmit, type Source, type Wanted } from './admission.ts';
import { type Balancer, balancerOf, classicOf, demandsOf, transportsOf } from './balancer.ts';
import type { ListenerFact, Network } from './facts.ts';
import { blockLink, hasGateway, meetInternet } from './gateway.ts';
import { best, chain, closed, type Link, open, possible, unknown } from './link.ts';
import type { Witness } from './witness.ts';

/** A way from the internet to something: how sure it is, who comes in that way, and what they come through. */
export interface Front {
  readonly link: Link;
  readonly source: Source;
  readonly family: IpFamily;
  readonly witness: Witness;
}

/** The security group that CloudFront makes for the VPC origins of a VPC. */
const originsGroup = 'CloudFront-VPCOrigins-Service-SG';

const everyone = (family: IpFamily): Source => ({
  kind: 'clients',
  set: addressesIn([family === 'ipv4' ? '0.0.0.0/0' : '::/0'], family),
});

const originGroupsOf = (network: Network, vpcId: string): string[] =>
  network.groups.filter((group) => group.name === originsGroup && group.vpcId === vpcId).map(({ id }) => id);

/** What security groups let in; a Network Load Balancer without any lets everybody in. */
const admitted = (
  groupIds: readonly string[],
  source: Source,
  wanted: Wanted,
  network: Network,
  wideness: Wideness,
): Admission =>
  groupIds.length === 0 ? { link: open, source, by: [] } : groupsAdmit(groupIds, source, wanted, network, wideness);

/**
 * Whether a load balancer takes what comes by an internet gateway. The IPv6 addresses of an internal one are global; it
 * denies such traffic unless its attribute `ipv6.deny_all_igw_traffic` is off, which is not read
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html).
 */
function givenTo({ internetFacing, kind, name }: Balancer, family: IpFamily): Link | undefined {
  if (internetFacing) return open;
  return family === 'ipv6' && kind !== 'classic'
    ? possible(`whether the internal load balancer ${name} denies what comes by internet gateways`)
    : undefined;
}

/** A load balancer that is given to the internet, by one of its subnets. */
function facing(balancer: Balancer, wanted: Wanted, network: Network, wideness: Wideness): Front | undefined {
  const { family } = wanted;
  const given = givenTo(balancer, family);
  if (given === undefined) return undefined;
  const subnets = indexOf(network.subnets, 'id', ({ id }) => [id]);
  const ways = balancer.subnetIds.map((subnetId) => {
    const cidr = subnets.get(subnetId)?.[0]?.cidrs.find((each) => each.includes(':') === (family === 'ipv6'));
    const meeting = meetInternet({ subnetId, vpcId: balancer.vpcId, address: cidr ?? '' }, network, family, wideness);
    const clients: Source = { kind: 'clients', set: meeting.clients };
    const acl = aclAdmits(subnetId, clients, wanted, network, wideness);
    const group = admitted(balancer.groupIds, acl.source, wanted, network, wideness);
    return {
      link: chain([meeting.link, acl.link, group.link, given]),
      source: group.source,
      family,
      witness: { routeTableId: meeting.routeTableId, gatewayId: meeting.gatewayId, inspectedBy: meeting.through },
    };
  });
  return best(ways);
}

/**
 * An accelerator that sends to something in a VPC by its ARN or id. The VPC needs an internet gateway, but no route to it
 * (https://docs.aws.amazon.com/global-accelerator/latest/dg/secure-vpc-connections.html).
 */
export function accelerated(
  ids: readonly string[],
  at: { readonly vpcId: string; readonly subnetIds: readonly string[]; readonly groupIds: readonly string[] },
  wanted: Wanted,
  network: Network,
  wideness: Wideness,
): Front[] {
  const byEndpoint = indexOf(network.accelerators, 'endpoints', ({ enabled, endpoints }) =>
    enabled === false ? [] : (endpoints ?? []).map(({ id }) => id),
  );
  const place = chain([
    hasGateway(network, at.vpcId)
      ? open
      : network.unread.routeTables === undefined
        ? possible(`an internet gateway of ${at.vpcId}, which an accelerator asks for and no route names`)
        : unknown(network.unread.routeTables),
    best(at.subnetIds.map((id) => ({ link: blockLink(id, network) })))?.link ?? open,
  ]);
  const fronts = ids.flatMap((id) =>
    (byEndpoint.get(id) ?? []).flatMap(({ name, arn, endpoints }) =>
      (endpoints ?? [])
        .filter(
          (each) =>
            each.id === id &&
            (each.protocol ?? 'TCP').toLowerCase() === wanted.protocol &&
            each.ports.some(({ from, to }) => from <= wanted.port && wanted.port <= to),
        )
        .map((each): Front => {
          const source: Source =
            each.preservesClientIp === false
              ? { kind: 'service', who: 'Global Accelerator', groupIds: [] }
              : everyone(wanted.family);
          const group = admitted(at.groupIds, source, wanted, network, wideness);
          return {
            link: chain([place, group.link]),
            source: group.source,
            family: wanted.family,
            witness: { accelerator: { name, arn } },
          };
        }),
    ),
  );
  if (network.unread.accelerators === undefined) return fronts;
  const group = admitted(at.groupIds, everyone(wanted.family), wanted, network, wideness);
  const link = chain([place, group.link, unknown(network.unread.accelerators)]);
  // Where it would matter to nothing, it is not spoken of.
  return link.is === 'closed'
    ? fronts
    : [...fronts, { link, source: group.source, family: wanted.family, witness: {} }];
}

/** A distribution that gets its answers from something in a VPC. */
export function distributed(
  arn: string,
  at: { readonly vpcId: string; readonly subnetIds: readonly string[]; readonly groupIds: readonly string[] },
  wanted: Wanted,
  network: Network,
  wideness: Wideness,
): Front[] {
  if (wanted.protocol !== 'tcp') return [];
  const byEndpoint = indexOf(network.distributions, 'origins', ({ enabled, vpcOrigins }) =>
    enabled === false ? [] : (vpcOrigins ?? []).flatMap(({ endpointArn }) => endpointArn ?? []),
  );
  const service = originGroupsOf(network, at.vpcId);
  const source: Source = { kind: 'service', who: 'CloudFront', groupIds: service };
  const group = admitted(at.groupIds, source, wanted, network, wideness);
  const block = best(at.subnetIds.map((id) => ({ link: blockLink(id, network) })))?.link ?? open;
  const fronts = (byEndpoint.get(arn) ?? [])
    .filter(({ vpcOrigins }) =>
      (vpcOrigins ?? []).some(({ endpointArn, ports }) => endpointArn === arn && ports.includes(wanted.port)),
    )
    .map(({ id, name, arn: distribution }): Front => ({
      link: chain([block, group.link]),
      source,
      family: wanted.family,
      witness: { distribution: { name: name === id ? id : `${name} (${id})`, arn: distribution } },
    }));
  const { distributions: cause } = network.unread;
  // Where CloudFront has no group of its own in the VPC, there is no VPC origin in it.
  if (cause === undefined || (service.length === 0 && network.unread.groups === undefined)) return fronts;
  const link = chain([block, group.link, unknown(cause)]);
  return link.is === 'closed' ? fronts : [...fronts, { link, source, family: wanted.family, witness: {} }];
}

/** Network Load Balancers in front of an Application Load Balancer. */
function stacked(balancer: Balancer, wanted: Wanted, network: Network, wideness: Wideness): Front[] {
  if (balancer.kind !== 'application' || wanted.protocol !== 'tcp') return [];
  const groups = indexOf(network.targetGroups, 'albs', ({ targetType, targets }) =>
    targetType === 'alb' ? (targets ?? []).map(({ id }) => id) : [],
  );
  const byArn = indexOf(network.loadBalancers, 'arn', ({ arn }) => [arn]);
  return (groups.get(balancer.arn) ?? [])
    .filter(({ targets, port }) =>
      (targets ?? []).some((target) => target.id === balancer.arn && (target.port ?? port) === wanted.port),
    )
    .flatMap((group) =>
      group.loadBalancerArns.flatMap((arn) => {
        const each = byArn.get(arn)?.[0];
        const before = each === undefined ? undefined : balancerOf(each);
        if (before?.kind !== 'network') return [];
        return (each?.listeners ?? [])
          .filter(({ forwarding }) => forwarding.some(({ targetGroups }) => targetGroups.includes(group.arn)))
          .flatMap((listener) => frontsOf(before, listener, network, wideness))
          .map((front): Front => {
            const referring = admitted(
              balancer.groupIds,
              { kind: 'node', cidrs: [], groupIds: before.groupIds },
              wanted,
              network,
              wideness,
            );
            const group =
              referring.link.is === 'open'
                ? { ...referring, source: front.source }
                : admitted(balancer.groupIds, front.source, wanted, network, wideness);
            return {
              ...front,
              link: chain([front.link, group.link]),
              source: group.source,
              witness: { ...front.witness, before: { name: before.name, arn: before.arn } },
            };
          });
      }),
    );
}

const known = new WeakMap<object, Map<string, readonly Front[]>>();

/** All ways from the internet to one listener of a load balancer, worked out once. */
export function frontsOf(
  balancer: Balancer,
  listener: Pick<ListenerFact, 'port' | 'protocol' | 'verifiesClients'>,
  network: Network,
  wideness: Wideness,
): readonly Front[] {
  let memo = known.get(network);
  if (memo === undefined) known.set(network, (memo = new Map()));
  const key = JSON.stringify([balancer.arn, listener, wideness]);
  const found = memo.get(key);
  if (found !== undefined) return found;
  const { port } = listener;
  const place = { vpcId: balancer.vpcId, subnetIds: balancer.subnetIds, groupIds: balancer.groupIds };
  const fronts =
    port === undefined
      ? []
      : balancer.families.flatMap((family) =>
          transportsOf(listener.protocol).flatMap((protocol) => {
            const wanted: Wanted = { family, protocol, port };
            const direct = facing(balancer, wanted, network, wideness);
            return [
              ...(direct === undefined ? [] : [direct]),
              ...(balancer.kind === 'classic'
                ? []
                : [
                    ...accelerated([balancer.arn], place, wanted, network, wideness),
                    ...distributed(balancer.arn, place, wanted, network, wideness),
                    ...stacked(balancer, wanted, network, wideness),
                  ]),
            ].map((front) => ({
              ...front,
              link: chain([front.link, demandsOf(listener, undefined)]),
              witness: {
                ...front.witness,
                loadBalancer: { name: balancer.name, arn: balancer.arn },
                listener: { protocol: listener.protocol ?? protocol, port },
              },
            }));
          }),
        );
  memo.set(key, fronts);
  return fronts;
}

/** What a load balancer's rule for some sources leaves of those who come in. */
export function narrowed(front: Front, sources: readonly string[] | undefined, wideness: Wideness): Link {
  if (sources === undefined) return open;
  const wide = addressesIn(sources, front.family);
  return isWideSet(wide, front.family, wideness)
    ? open
    : front.source.kind === 'clients'
      ? closed(`the rule of the listener is for ${sources.join(', ')} only`)
      : possible('the sources that a rule of the listener is for');
}

/** Whether anything in front of load balancers is there at all: without it, no target group has clients from outside. */
export function fronted(network: Network): boolean {
  const { accelerators, distributions } = network.unread;
  if (accelerators !== undefined || distributions !== undefined) return true;
  return (
    network.loadBalancers.some((each) => {
      const balancer = balancerOf(each);
      return balancer !== undefined && balancer.families.some((family) => givenTo(balancer, family) !== undefined);
    }) ||
    network.classicLoadBalancers.some((each) => classicOf(each).internetFacing) ||
    network.accelerators.some(({ endpoints }) => (endpoints ?? []).length > 0) ||
    network.distributions.some(({ vpcOrigins }) => (vpcOrigins ?? []).length > 0)
  );
}
