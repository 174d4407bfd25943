import { indexOf } from '../lookup.ts';
import type { IpFamily } from '../../../text/cidr.ts';
import type { PortProtocol } from '../ports.ts';
import type { ClassicLoadBalancerFact, ForwardingFact, ListenerFact, LoadBalancerFact, Network } from './facts.ts';
import { type Link, open, possible } from './link.ts';

/** A load balancer of either API, as the judgement sees it. */
export interface Balancer {
  readonly arn: string;
  readonly name: string;
  readonly kind: 'application' | 'network' | 'classic';
  readonly internetFacing: boolean;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly families: readonly IpFamily[];
}

const familiesOf = (ipAddressType: string | undefined): readonly IpFamily[] =>
  ipAddressType === 'ipv4' ? ['ipv4'] : ipAddressType === 'dualstack-without-public-ipv4' ? ['ipv6'] : ['ipv4', 'ipv6'];

/** An Application or Network Load Balancer; undefined for a Gateway Load Balancer, which nothing is sent to by address. */
export function balancerOf(each: LoadBalancerFact): Balancer | undefined {
  if (each.type !== 'application' && each.type !== 'network') return undefined;
  return {
    arn: each.arn,
    name: each.name,
    kind: each.type,
    internetFacing: each.scheme === 'internet-facing',
    vpcId: each.vpcId ?? '',
    subnetIds: each.zones.flatMap(({ subnetId }) => subnetId ?? []),
    groupIds: each.securityGroups,
    families: familiesOf(each.ipAddressType),
  };
}

/** In a VPC, Classic Load Balancers have IPv4 only; one outside of any, from before, says no scheme. */
export const classicOf = (each: ClassicLoadBalancerFact): Balancer => ({
  arn: each.arn,
  name: each.name,
  kind: 'classic',
  internetFacing: each.scheme !== 'internal',
  vpcId: each.vpcId ?? '',
  subnetIds: each.subnets,
  groupIds: each.securityGroups,
  families: ['ipv4'],
});

const datagrams: Readonly<Record<string, readonly PortProtocol[]>> = {
  UDP: ['udp'],
  QUIC: ['udp'],
  TCP_UDP: ['tcp', 'udp'],
  TCP_QUIC: ['tcp', 'udp'],
};

/** What a listener takes, below its own protocol. */
export const transportsOf = (protocol: string | undefined): readonly PortProtocol[] =>
  datagrams[protocol ?? ''] ?? ['tcp'];

/** What a listener asks of clients before it sends them on, in words that follow "depending on". */
export function demandsOf(
  listener: Pick<ListenerFact, 'verifiesClients'>,
  forwarding: ForwardingFact | undefined,
): Link {
  const asked = [
    ...(listener.verifiesClients ? ['a client certificate that the listener trusts'] : []),
    ...(forwarding?.authentication ?? []).map((type) => `a login at the load balancer (${type})`),
    ...(forwarding?.headers ?? []).map((name) => `the value of the header ${name} that a rule asks for`),
  ];
  return asked.length === 0 ? open : possible(asked.join(' and '));
}

/** The blocks of the subnets in which a load balancer has its addresses. */
export function nodeCidrs({ subnetIds }: Pick<Balancer, 'subnetIds'>, network: Network): string[] {
  const byId = indexOf(network.subnets, 'id', ({ id }) => [id]);
  return subnetIds.flatMap((id) => byId.get(id)?.[0]?.cidrs ?? []);
}
