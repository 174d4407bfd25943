import type { Wideness } from '../wide.ts';
import { balancerOf, demandsOf } from './balancer.ts';
import type { ForwardingFact, ListenerFact, LoadBalancerFact, Network } from './facts.ts';
import { type Front, frontsOf, narrowed } from './fronts.ts';
import { best, chain, closed, type Link } from './link.ts';

/** What a rule of a listener asks for, with the headers whose value is a secret. */
interface Guarded extends ForwardingFact {
  readonly secretHeaders: readonly string[];
}
interface Behind extends Omit<LoadBalancerFact, 'listeners'> {
  readonly listeners: readonly (Omit<ListenerFact, 'forwarding'> & { readonly forwarding: readonly Guarded[] })[];
}

/** A way past the distributions, and where it ends. */
export interface Past {
  readonly link: Link;
  readonly front: Front;
  readonly listener: Pick<ListenerFact, 'protocol' | 'port'>;
}

/**
 * The surest way from the internet to the targets of a load balancer that does not lead through CloudFront; undefined where there
 * is none at all. A rule that asks for a header that the distributions add, with a value that nobody hits upon, closes it.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html
 * @param added names of headers that the distributions add, in lower case
 */
export function pastDistributions(
  behind: Behind,
  added: ReadonlySet<string>,
  network: Network,
  wideness: Wideness,
): Past | undefined {
  const balancer = balancerOf(behind);
  if (balancer === undefined) return undefined;
  return best(
    behind.listeners.flatMap((listener) => {
      const fronts = frontsOf(balancer, listener, network, wideness).filter(
        ({ source }) => source.kind !== 'service' || source.who !== 'CloudFront',
      );
      return listener.forwarding
        .filter(({ targetGroups }) => targetGroups.length > 0)
        .flatMap((forwarding) => {
          const header = forwarding.secretHeaders.find((name) => added.has(name));
          const demands = demandsOf({ verifiesClients: false }, forwarding);
          return fronts.map((front): Past => {
            const link =
              header === undefined
                ? chain([front.link, demands, narrowed(front, forwarding.sources, wideness)])
                : closed(`${listener.protocol ?? ''} ${listener.port ?? ''} asks for the header ${header}`);
            return { link, front, listener };
          });
        });
    }),
  );
}
