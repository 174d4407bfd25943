import type { DeriveContext } from '../../engine/derive.ts';
import type { Layer, WayIn } from '../../engine/exposed.ts';
import { few } from '../../text/few.ts';
import type { ListenerFact, Network } from '../network/reach/facts.ts';
import { type Balancer, balancerOf, classicOf } from '../network/reach/balancer.ts';
import { type Front, frontsOf } from '../network/reach/fronts.ts';
import { defaultWideness } from '../network/wide.ts';
import { wayIn } from './instances.ts';
import { aclLayer, groupLayer, passedLayer } from './network-layers.ts';
import type { Found, WayValues } from './ways.ts';

interface Listened {
  readonly balancer: Balancer;
  /** Undefined: they were not read, for the reason. */
  readonly listeners: readonly ListenerFact[] | undefined;
  readonly unread: string;
}

/** What is between listeners and whoever asks them, in words. */
function demandLayer(listeners: readonly ListenerFact[] | undefined, unread: string): Layer {
  const layer = 'authentication';
  if (listeners === undefined) return { layer, state: 'unknown', says: unread };
  const asks = ({ verifiesClients, forwarding }: ListenerFact): boolean =>
    verifiesClients || (forwarding.length > 0 && forwarding.every(({ authentication }) => authentication.length > 0));
  const open = listeners.filter((each) => !asks(each));
  const names = (some: readonly ListenerFact[]): string =>
    few(some.map(({ protocol, port }) => `${protocol ?? 'a listener'} ${port ?? ''}`.trim()));
  return open.length === 0
    ? { layer, state: 'present', says: `it asks for a login or a client certificate on ${names(listeners)}` }
    : { layer, state: 'absent', says: `it asks nobody who they are on ${names(open)}: what lies behind has to` };
}

function told(front: Front, { groupIds }: Balancer, network: Network, port: number): WayIn | undefined {
  const { link, source, family, witness } = front;
  if (link.is === 'closed') return undefined;
  const transport = witness.listener?.protocol.includes('UDP') === true ? ('udp' as const) : ('tcp' as const);
  const path = {
    ...witness,
    family,
    protocol: transport,
    port,
    interfaceId: undefined,
    groupIds: link.is === 'open' ? groupIds : [],
    aclId: undefined,
  };
  const depends = link.is === 'possible' ? link.on : link.is === 'unknown' ? link.cause : undefined;
  const way = wayIn(path, link.is, depends, network);
  const by = source.kind === 'service' ? ` for ${source.who}` : '';
  // That it leads through itself says nothing.
  const through = way.through?.filter((arn) => arn !== witness.loadBalancer?.arn) ?? [];
  const { through: _all, ...rest } = way;
  return { ...rest, how: `${way.how}${by}`, ...(through.length === 0 ? {} : { through }) };
}

function foundOf(
  { balancer, listeners, unread }: Listened,
  subject: Pick<Found, 'arn' | 'id' | 'name' | 'region' | 'tags' | 'type'> & { readonly dnsName?: string | undefined },
  network: Network,
): Found[] {
  if (listeners?.length === 0) return [];
  const ways =
    listeners === undefined
      ? balancer.internetFacing
        ? [{ certainty: 'unknown' as const, how: `${unread}; it faces the internet` }]
        : []
      : listeners.flatMap((listener) =>
          frontsOf(balancer, listener, network, defaultWideness).flatMap(
            (front) => told(front, balancer, network, listener.port ?? 0) ?? [],
          ),
        );
  const [first] = ways;
  if (first === undefined) return [];
  const order = ['open', 'possible', 'unknown'] as const;
  const certainty = order.find((each) => ways.some((way) => way.certainty === each)) ?? 'unknown';
  const { distributions, routeTables } = network.unread;
  const addressed = ways.map((way) =>
    subject.dnsName === undefined || way.through !== undefined ? way : { ...way, address: subject.dnsName },
  );
  return [
    {
      arn: subject.arn,
      type: subject.type,
      id: subject.id,
      name: subject.name,
      region: subject.region,
      tags: subject.tags,
      certainty,
      ways: addressed,
      layers: [
        passedLayer(addressed, {
          layer: 'cdn',
          at: ({ through }) => through?.find((arn) => arn.includes(':cloudfront:')),
          unread: distributions,
          none: 'it is reached without a distribution',
        }),
        aclLayer({ aclIds: [], subnetIds: balancer.subnetIds }, network),
        groupLayer(balancer, network, 'it has no security group: it takes whatever its listeners are for'),
        passedLayer(addressed, {
          layer: 'inspection',
          at: ({ inspectedBy }) => inspectedBy,
          unread: routeTables,
          none: 'no firewall or inspection appliance is on its way in',
        }),
        demandLayer(listeners, unread),
      ],
      related: {},
      behind: 'service',
      behindSays: 'what it sends on to',
    },
  ];
}

/** Load balancers that the internet reaches, or may reach. One without listeners answers nobody. */
export function balancersFound(facts: WayValues, { unreadAlong }: DeriveContext): Found[] {
  const cause = unreadAlong['loadBalancers']?.cause;
  const unread = `its listeners were not read${cause === undefined ? '' : `: ${cause}`}`;
  return [
    ...facts.exposedBalancers.flatMap((each) => {
      const network = facts.network(each.region);
      const known = network.loadBalancers.find(({ arn }) => arn === each.arn);
      const balancer = balancerOf({ ...each, listeners: undefined });
      if (balancer === undefined) return [];
      // One that was deleted meanwhile has none.
      const listeners = known === undefined ? undefined : (known.listeners ?? []);
      return foundOf(
        { balancer, listeners, unread },
        { ...each, type: 'AWS::ElasticLoadBalancingV2::LoadBalancer' },
        network,
      );
    }),
    ...facts.exposedClassics.flatMap((each) =>
      foundOf(
        {
          balancer: classicOf(each),
          listeners: each.listeners.map(({ port, protocol }) => ({
            port,
            protocol,
            verifiesClients: false,
            forwarding: [],
          })),
          unread,
        },
        { ...each, type: 'AWS::ElasticLoadBalancing::LoadBalancer' },
        facts.network(each.region),
      ),
    ),
  ];
}
