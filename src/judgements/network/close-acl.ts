import type { ExactFix } from '../../engine/check.ts';
import type { IpFamily } from '../../text/cidr.ts';
import { hcl } from '../../text/hcl.ts';
import { shell } from '../../text/shell.ts';
import type { NaclEntry } from '../../services/ec2/network-acl.ts';
import type { OpenPorts } from './ports.ts';
import { isEveryPort, portsOf, protocolName } from './protocols.ts';
import { isWide, type Wideness } from './wide.ts';

/** An entry that lets the internet in by itself, and to which of the ports in question. */
interface Opening {
  readonly entry: NaclEntry;
  readonly ranges: readonly Omit<OpenPorts, 'family'>[];
}

interface Change {
  readonly cli: string;
  readonly terraform?: string;
  readonly entries: readonly NaclEntry[];
}

/** @param isClosed whether entries let nothing in that should not be */
type IsClosed = (entries: readonly NaclEntry[]) => boolean;

const familyOf = ({ cidr }: NaclEntry): IpFamily => (cidr === undefined ? 'ipv6' : 'ipv4');
const blockOf = ({ cidr, ipv6Cidr }: NaclEntry): string => cidr ?? ipv6Cidr ?? '';
const blockOption = (entry: NaclEntry): string =>
  entry.cidr === undefined ? shell`--ipv6-cidr-block ${blockOf(entry)}` : shell`--cidr-block ${blockOf(entry)}`;

function openings(entries: readonly NaclEntry[], open: readonly OpenPorts[], wideness: Wideness): readonly Opening[] {
  return entries.flatMap((entry) => {
    const family = familyOf(entry);
    if (entry.egress || entry.action === 'deny' || !isWide([blockOf(entry)], family, wideness)) return [];
    const ranges = open.flatMap((each) => {
      const range = portsOf(entry, each.protocol);
      if (each.family !== family || range === undefined || range.to < each.from || each.to < range.from) return [];
      return {
        protocol: each.protocol,
        from: Math.max(range.from, each.from),
        to: Math.min(range.to, each.to),
      };
    });
    return ranges.length === 0 ? [] : { entry, ranges };
  });
}

/**
 * Keeps the internet out of some ports: an entry for nothing else is deleted, before a wider one the ports are denied. Entries are
 * judged in the order of their numbers (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html).
 */
export function closePorts(
  aclId: string,
  entries: readonly NaclEntry[],
  open: readonly OpenPorts[],
  wideness: Wideness,
  isClosed: IsClosed,
): ExactFix {
  let left = entries;
  const changes: Change[] = [];
  for (const opening of openings(entries, open, wideness)) {
    const change = isWhole(opening) ? deleteEntry(aclId, left, opening) : denyBefore(aclId, left, opening);
    if (change === undefined)
      return { note: `No number is free before entry ${opening.entry.number}: renumber the entries first.` };
    changes.push(change);
    left = change.entries;
  }
  if (!isClosed(left)) return together;
  const terraform = changes.flatMap((change) => change.terraform ?? []).join('\n\n');
  return {
    note: 'The command changes what each subnet of the network ACL lets in.',
    cli: changes.map(({ cli }) => cli).join('\n'),
    ...(terraform === '' ? {} : { terraform }),
  };
}

/** Gives each entry that opens every port to the internet the ports that a person decides. */
export function narrowEntries(
  aclId: string,
  entries: readonly NaclEntry[],
  open: readonly OpenPorts[],
  wideness: Wideness,
  isClosed: IsClosed,
): ExactFix {
  const wide = openings(entries, open, wideness)
    .filter(({ ranges }) => ranges.some(isEveryPort))
    .map(({ entry }) => entry);
  const protocol = (entry: NaclEntry): string => (protocolName(entry.protocol) === 'udp' ? 'udp' : 'tcp');
  const narrowed = entries.map((entry) =>
    wide.includes(entry) ? { ...entry, protocol: protocol(entry), fromPort: 443, toPort: 443 } : entry,
  );
  if (!isClosed(narrowed)) return together;
  return {
    note: 'The command changes what each subnet of the network ACL lets in, answers to the connections included that they open themselves.',
    cli: wide
      .map(
        (entry) =>
          shell`aws ec2 replace-network-acl-entry --network-acl-id ${aclId} --ingress --rule-number ${entry.number} --protocol ${protocol(entry)} --port-range From=FIRST_PORT,To=LAST_PORT ` +
          `${blockOption(entry)} --rule-action allow`,
      )
      .join('\n'),
  };
}

const together: ExactFix = {
  note: 'Decide which of the entries are needed and remove the others: no single one lets the internet in, together they do.',
};

/** Whether an entry is for nothing but the ports in question. */
const isWhole = ({ entry, ranges }: Opening): boolean =>
  protocolName(entry.protocol) !== 'all' &&
  ranges.some(({ protocol, from, to }) => {
    const range = portsOf(entry, protocol);
    return range !== undefined && from <= range.from && range.to <= to;
  });

const deleteEntry = (aclId: string, entries: readonly NaclEntry[], { entry }: Opening): Change => ({
  cli: shell`aws ec2 delete-network-acl-entry --network-acl-id ${aclId} --ingress --rule-number ${entry.number}`,
  entries: entries.filter((each) => each !== entry),
});

/** Undefined where no numbers are left between the entry and the one before. */
function denyBefore(aclId: string, entries: readonly NaclEntry[], { entry, ranges }: Opening): Change | undefined {
  const before = entries.filter(({ egress, number }) => !egress && number < entry.number).map(({ number }) => number);
  const first = entry.number - ranges.length;
  if (first <= Math.max(0, ...before)) return undefined;
  const denies = ranges.map(({ protocol, from, to }, at) => ({ protocol, from, to, number: first + at }));
  return {
    cli: denies
      .map(
        ({ protocol, from, to, number }) =>
          shell`aws ec2 create-network-acl-entry --network-acl-id ${aclId} --ingress --rule-number ${number} --protocol ${protocol} --port-range ${`From=${from},To=${to}`} ` +
          `${blockOption(entry)} --rule-action deny`,
      )
      .join('\n'),
    terraform: denies
      .map(
        ({ protocol, from, to, number }) =>
          hcl`resource "aws_network_acl_rule" ${`deny_${number}`} {
  network_acl_id  = ${aclId}
  rule_number     = ${number}
  egress          = false
  protocol        = ${protocol}
  rule_action     = "deny"
  cidr_block      = ${entry.cidr ?? null}
  ipv6_cidr_block = ${entry.ipv6Cidr ?? null}
  from_port       = ${from}
  to_port         = ${to}
}`,
      )
      .join('\n\n'),
    entries: [
      ...entries,
      ...denies.map(({ protocol, from, to, number }) => ({
        ...entry,
        action: 'deny' as const,
        protocol,
        number,
        fromPort: from,
        toPort: to,
      })),
    ],
  };
}
