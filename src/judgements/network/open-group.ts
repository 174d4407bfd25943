import type { ClassifiedBy, Context, Verdict } from '../../engine/check.ts';
import { along, fail, pass } from '../../engine/check.ts';
import type { None, Rest, Settings } from '../../engine/forms/form.ts';
import type { Example } from '../../engine/forms/judged.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { AnyResourceType } from '../../inventory/resource.ts';
import { networkInterface } from '../../services/ec2/network-interface.ts';
import { notShared } from '../../services/ec2/ownership.ts';
import { securityGroup, type SecurityGroupRule } from '../../services/ec2/security-group.ts';
import { labelOf } from '../../services/ec2/tags.ts';
import type { IpFamily } from '../../text/cidr.ts';
import { indexOf } from './lookup.ts';
import { openedTo, openPorts, type OpenPorts, type PortProtocol } from './ports.ts';
import { closeToInternet } from './revoke-rules.ts';
import { describeOpenPorts } from './risky-ports.ts';
import { widenessOf, widenessSettings } from './wide.ts';

interface Group {
  readonly id: string;
  readonly rules: readonly SecurityGroupRule[];
  readonly prefixListCidrs: Readonly<Record<string, readonly string[]>>;
}

interface GroupMember {
  readonly id: string;
  readonly groupIds: readonly string[];
  readonly requester?: string | undefined;
}

/** A case in which nothing is asked, by the settings and by the interfaces that use the group. */
interface Unasked<S> {
  /** What the group and its interfaces are like that it speaks of, for its test. */
  readonly such: object;
  readonly along?: { readonly interfaces: readonly object[] };
  readonly when: (
    group: Group,
    settings: Context<S>['settings'],
    interfaces: readonly GroupMember[],
  ) => string | undefined;
}

/** A question about what the internet at large reaches. */
export interface OpenQuestion<R extends AnyResourceType, S> extends Omit<
  Rest<R, never, S, None>,
  'needs' | 'along' | 'unless'
> {
  /** Where the question does not arise. */
  readonly unless?: readonly Unasked<S>[];
  /** Besides what counts as the internet. */
  readonly settings: S;
  /** Of the open ports, those that should not be. */
  readonly minded: (open: readonly OpenPorts[], settings: Context<S>['settings']) => readonly OpenPorts[];
  /** Settings that its examples are tried with, where by those that it has it asks nothing. */
  readonly tried?: object;
  /** What should not be open, as in `opens no SSH port`. */
  readonly expected: (settings: Context<S>['settings']) => string;
}

/**
 * A check of what a security group opens to the internet at large: a family that differs only in the ports it minds. Whether
 * something is attached is told, not asked: an idle group opens its ports the moment it is used.
 */
export function openGroup<const I extends string, const S extends Settings>(
  id: I,
  spec: ClassifiedBy<I> &
    OpenQuestion<typeof securityGroup, S> & { readonly family?: IpFamily; readonly protocol?: PortProtocol },
) {
  const {
    minded,
    expected,
    family,
    protocol,
    settings,
    unless = [],
    tried = {},
    ...rest
  }: OpenQuestion<typeof securityGroup, S> & {
    readonly family?: IpFamily;
    readonly protocol?: PortProtocol;
  } = spec;
  const members = (open: readonly OpenPorts[]): readonly OpenPorts[] =>
    open.filter(
      (range) =>
        (family === undefined || range.family === family) && (protocol === undefined || range.protocol === protocol),
    );
  return judged(securityGroup, id, {
    ...rest,
    unless: [
      notShared,
      ...unless.map((guard) => ({
        ...guard,
        when: (
          group: Group,
          context: { readonly settings: object; readonly along: { readonly interfaces: readonly GroupMember[] } },
        ) => guard.when(group, context.settings as Context<S>['settings'], context.along.interfaces),
      })),
    ],
    needs: ['prefixListCidrs'],
    along: { interfaces: along(networkInterface, { reach: 'region', witness: true }) },
    settings: { ...settings, ...widenessSettings },
    judge(group, context) {
      // What the spec's settings are, and those of wideness: the compiler does not join them.
      const given = context.settings as Context<S>['settings'] & WidenessSettings;
      const open = minded(members(openPortsOf(group, given)), given);
      const name = labelOf(group);
      if (open.length === 0) return pass(`${name} opens no ${expected(given)} to the internet at large`);
      const attached = attachmentOf(group, context.along.interfaces);
      const options = optionsOf(group, given);
      return fail(
        `${name} opens ${describeOpenPorts(open)} to ${openedTo(group.rules, open, options)} over ${familiesOf(open)}; ${attached.text}`,
        {
          open: open.map(({ protocol, from, to, family: over }) => ({ protocol, from, to, family: over })),
          interfaces: attached.count,
        },
        closeToInternet(
          group.id,
          group.rules,
          open,
          options,
          (left) => minded(members(openPorts(left, options)), given).length === 0,
        ),
        {
          changes: [group.arn],
          ...(attached.count === 0 ? { reach: { from: 'nowhere', how: attached.text } } : {}),
        },
      );
    },
    examples: ({ id: groupId }) =>
      examples(groupId, family, protocol).map((one) => ({ ...one, settings: { ...tried, ...one.settings } })),
  });
}

function examples(id: string, family: IpFamily | undefined, protocol: PortProtocol = 'tcp'): readonly Example[] {
  const all: SecurityGroupRule = {
    direction: 'ingress',
    protocol: '-1',
    cidrs: [],
    ipv6Cidrs: [],
    prefixLists: [],
    groups: [],
  };
  const of = (when: string, expect: Verdict['kind'], ...rules: readonly Partial<SecurityGroupRule>[]): Example => ({
    when,
    given: { rules: rules.map((rule) => ({ ...all, ...rule })) },
    expect,
  });
  const over = (asked: IpFamily): Verdict['kind'] => (family === undefined || family === asked ? 'fail' : 'pass');
  const every = { cidrs: ['0.0.0.0/0'], ipv6Cidrs: ['::/0'] };
  const list = (when: string, expect: Verdict['kind'], ...cidrs: readonly string[]): Example => ({
    ...of(when, expect, { prefixLists: ['pl-1'] }),
    given: { rules: [{ ...all, prefixLists: ['pl-1'] }], prefixListCidrs: { 'pl-1': cidrs } },
  });
  const wide = of('as many addresses are let in as the settings say', over('ipv4'), { cidrs: ['52.0.0.0/8'] });
  return [
    of('it has no rules', 'pass'),
    of('it opens everything', 'fail', every),
    { ...of('it is in use', 'fail', every), along: { interfaces: [{ id: 'eni-1', groupIds: [id], tags: {} }] } },
    of('it opens everything to IPv4', over('ipv4'), { cidrs: ['0.0.0.0/0'] }),
    of('it opens everything to IPv6', over('ipv6'), { ipv6Cidrs: ['::/0'] }),
    of(
      'two halves of the ports are open',
      'fail',
      ...[[0, 30_000] as const, [30_001, 65_535] as const].map(([from, to]) => ({
        ...every,
        protocol,
        fromPort: from,
        toPort: to,
      })),
    ),
    of('half of the internet is let in', over('ipv4'), { cidrs: ['0.0.0.0/1'] }),
    of(
      'two rules let in the halves of the internet',
      over('ipv6'),
      { ipv6Cidrs: ['::/1'] },
      { ipv6Cidrs: ['8000::/1'] },
    ),
    list('a prefix list holds the internet', over('ipv4'), '0.0.0.0/0'),
    list('a prefix list holds a network', 'pass', '198.51.100.0/24'),
    { ...wide, settings: { openIpv4Prefix: 8 } },
    { ...wide, when: 'less is let in than the settings say', settings: { openIpv4Prefix: 7 }, expect: 'pass' },
    of('it lets in a private network', 'pass', { cidrs: ['10.0.0.0/8'] }),
    of('it lets in a group', 'pass', { groups: [id] }),
    of('it lets everything out', 'pass', { ...every, direction: 'egress' }),
    of('it lets in pings', 'pass', { ...every, protocol: 'icmp', fromPort: -1, toPort: -1 }),
  ];
}

type WidenessSettings = Parameters<typeof widenessOf>[0];

/** How a group's rules are looked at: its prefix lists, and what the settings call a wide network. */
export const optionsOf = ({ prefixListCidrs }: Pick<Group, 'prefixListCidrs'>, settings: WidenessSettings) => ({
  prefixListCidrs: new Map(Object.entries(prefixListCidrs)),
  wideness: widenessOf(settings),
});

const openByRules = new WeakMap<
  Group['rules'],
  { readonly lists: Group['prefixListCidrs']; readonly settings: WidenessSettings; readonly open: readonly OpenPorts[] }
>();

/** What a group's rules open, worked out once: seven checks ask for it. */
function openPortsOf(group: Group, settings: WidenessSettings): readonly OpenPorts[] {
  const { rules, prefixListCidrs: lists } = group;
  const known = openByRules.get(rules);
  if (
    known?.lists === lists &&
    known.settings.openIpv4Prefix === settings.openIpv4Prefix &&
    known.settings.openIpv6Prefix === settings.openIpv6Prefix
  )
    return known.open;
  const open = openPorts(rules, optionsOf(group, settings));
  openByRules.set(rules, { lists, settings, open });
  return open;
}

/** The parts of open ports that are among some ports. */
export function portsAmong(open: readonly OpenPorts[], ports: readonly number[]): OpenPorts[] {
  return open.flatMap((range) =>
    ports.filter((port) => range.from <= port && port <= range.to).map((port) => ({ ...range, from: port, to: port })),
  );
}

/** The parts of open ports that are not among some ports. Port 0 is no port anything listens on. */
export function portsOutside(open: readonly OpenPorts[], ports: readonly number[]): OpenPorts[] {
  const allowed = [0, ...new Set(ports)].sort((a, b) => a - b);
  return open.flatMap((range) => {
    const left: OpenPorts[] = [];
    let from = range.from;
    for (const port of allowed.filter((each) => range.from <= each && each <= range.to)) {
      if (from < port) left.push({ ...range, from, to: port - 1 });
      from = port + 1;
    }
    if (from <= range.to) left.push({ ...range, from });
    return left;
  });
}

/** How many network interfaces use a group, in words. */
export function attachmentOf(
  { id }: { readonly id: string },
  interfaces: readonly GroupMember[],
): { text: string; count: number } {
  const count = indexOf(interfaces, 'group', ({ groupIds }) => groupIds).get(id)?.length ?? 0;
  const words =
    count === 0 ? 'no network interface' : count === 1 ? '1 network interface' : `${count} network interfaces`;
  return { text: `attached to ${words}`, count };
}

/** `IPv4`, `IPv6` or `IPv4 and IPv6`. */
export function familiesOf(open: readonly OpenPorts[]): string {
  const families = new Set(open.map(({ family }) => family));
  return [...(families.has('ipv4') ? ['IPv4'] : []), ...(families.has('ipv6') ? ['IPv6'] : [])].join(' and ');
}
