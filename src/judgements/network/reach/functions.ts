import { defaultWideness, type Wideness } from '../wide.ts';
import type { Network } from './facts.ts';
import { fronted, type Front } from './fronts.ts';
import { best } from './link.ts';
import { sendersTo, waysThroughListener } from './targets.ts';
import { wayText } from './witness.ts';

/** A function that a load balancer calls for the internet. */
export interface CalledFunction {
  /** ARN as registered, with its version or alias. */
  readonly target: string;
  /** The load balancer calls it in this name (aws:SourceArn). */
  readonly targetGroupArn: string;
  readonly via: string;
  readonly unsure: boolean;
}

/**
 * Functions that Application Load Balancers call for whoever comes from the internet, and what could not be read, so that
 * there may be more.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-alb.html
 */
export function functionsCalled(
  network: Network,
  wideness: Wideness = defaultWideness,
): { readonly called: readonly CalledFunction[]; readonly causes: readonly string[] } {
  const called: CalledFunction[] = [];
  const { targetGroups, loadBalancers } = network.unread;
  const causes = new Set<string>();
  if (targetGroups !== undefined && (loadBalancers !== undefined || fronted(network))) causes.add(targetGroups);
  for (const group of network.targetGroups.filter(({ targetType }) => targetType === 'lambda')) {
    const { balancers, causes: unread } = sendersTo(group, network);
    for (const cause of unread) causes.add(cause);
    const ways: Front[] = balancers.flatMap(({ balancer, listeners }) =>
      listeners.flatMap((listener) => waysThroughListener(balancer, listener, group, network, wideness)),
    );
    const way = best(ways);
    if (way === undefined || way.link.is === 'closed') continue;
    if (way.link.is === 'unknown') causes.add(way.link.cause);
    else
      for (const { id } of group.targets ?? [])
        called.push({
          target: id,
          targetGroupArn: group.arn,
          via: `${wayText(way.witness)}${way.link.is === 'possible' ? `, which depends on ${way.link.on}` : ''}`,
          unsure: way.link.is === 'possible',
        });
  }
  return { called, causes: [...causes] };
}
