import type { Verdict } from '../../engine/check.ts';
import { fail, notApplicable, pass } from '../../engine/check.ts';
import type { IpFamily } from '../../text/cidr.ts';
import { openedTo, openPorts, type OpenPorts } from './ports.ts';
import { type SecurityGroupRule } from '../../services/ec2/security-group.ts';
import { describeOpenPorts } from './risky-ports.ts';
import { widenessOf } from './wide.ts';
import { indexOf } from './lookup.ts';
import { isShared, sharedReason } from '../../services/ec2/ownership.ts';
import { labelOf } from '../../services/ec2/tags.ts';
import { closeToInternet } from './revoke-rules.ts';

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly ownerId: string | undefined;
  readonly rules: readonly SecurityGroupRule[];
  readonly prefixListCidrs: Readonly<Record<string, readonly string[]>>;
}

interface GroupMember {
  readonly id: string;
  readonly groupIds: readonly string[];
}

/**
 * Judges what a security group opens to the internet at large: the family of checks that differ only in the ports they
 * mind. Whether something is attached is told, not asked: an idle group opens its ports the moment it is used.
 * @param minded narrows the open ports to those that should not be
 * @param expected what should not be open, as in `opens no SSH port`
 */
export function judgeOpenIngress(
  group: Group,
  interfaces: readonly GroupMember[],
  minded: (open: readonly OpenPorts[]) => readonly OpenPorts[],
  expected: string,
  settings: WidenessSettings,
  family?: IpFamily,
): Verdict {
  if (isShared(group)) return notApplicable(sharedReason(group));
  const all = openPortsOf(group, settings);
  const open = minded(family === undefined ? all : all.filter((range) => range.family === family));
  const attached = attachmentOf(group, interfaces);
  const name = labelOf(group);
  if (open.length === 0) return pass(`${name} opens no ${expected} to the internet at large`);
  return fail(
    `${name} opens ${describeOpenPorts(open)} to ${openedTo(group.rules, open, optionsOf(group, settings))} over ${familiesOf(open)}; ${attached.text}`,
    {
      open: open.map(({ protocol, from, to, family: over }) => ({ protocol, from, to, family: over })),
      interfaces: attached.count,
    },
    closeToInternet(group.id, group.rules, open, optionsOf(group, settings), (left) => {
      const stillOpen = openPorts(left, optionsOf(group, settings));
      return minded(family === undefined ? stillOpen : stillOpen.filter((each) => each.family === family)).length === 0;
    }),
  );
}

type WidenessSettings = Parameters<typeof widenessOf>[0];

const optionsOf = ({ prefixListCidrs }: Group, settings: WidenessSettings) => ({
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
