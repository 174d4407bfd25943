import type { Judged } from '../../engine/forms/list.ts';
import type { widenessSettings } from './wide.ts';
import { isWide, widenessOf } from './wide.ts';

/** A rule of the firewall that each instance of Lightsail has. */
interface Rule {
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** `all` has no ports that matter. */
  readonly protocol: string | undefined;
  readonly outbound: boolean;
  readonly cidrs: readonly string[] | undefined;
  readonly ipv6Cidrs: readonly string[] | undefined;
}

type Wideness = { readonly [S in keyof typeof widenessSettings]: number };

/** Whether a rule lets the internet reach a port that matters: `minded` looks at the ports of a rule that does not let in all. */
export function judgeRule(rule: Rule, settings: Wideness, minded: (from: number, to: number) => boolean): Judged {
  const { from, to, protocol, outbound, cidrs, ipv6Cidrs } = rule;
  if (outbound || protocol === 'icmp' || protocol === 'icmpv6') return 'skip';
  const ports = protocol === 'all' ? ([0, 65_535] as const) : ([from, to] as const);
  if (ports[0] === undefined || ports[1] === undefined) return 'unsaid';
  if (!minded(ports[0], ports[1])) return 'skip';
  if (cidrs === undefined && ipv6Cidrs === undefined) return 'unsaid';
  const wideness = widenessOf(settings);
  return isWide(cidrs ?? [], 'ipv4', wideness) || isWide(ipv6Cidrs ?? [], 'ipv6', wideness) ? 'bad' : 'good';
}

/** `tcp 22`, `tcp 8000-8080`. */
export const ruleName = ({ from, to, protocol }: Rule): string =>
  protocol === 'all'
    ? 'all ports'
    : `${protocol ?? ''} ${from === to ? `${from ?? ''}` : `${from ?? ''}-${to ?? ''}`}`.trim();
