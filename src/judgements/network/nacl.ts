import { mergeIntervals, parseCidr, subtractIntervals, type Interval, type IpFamily } from '../../text/cidr.ts';
import type { OpenPorts } from './ports.ts';
import { isEveryPort, portsOf, portsWhere, type PortProtocol } from './protocols.ts';
import { addressesIn, isWideSet, type Wideness } from './wide.ts';
import type { NaclEntry } from '../../services/ec2/network-acl.ts';

export interface NaclOptions {
  readonly family?: IpFamily | undefined;
  readonly protocol?: PortProtocol | undefined;
  /** Default false: traffic that comes in. */
  readonly egress?: boolean | undefined;
  /** Which sources count as the internet. */
  readonly wideness?: Wideness | undefined;
}

const every: Readonly<Record<IpFamily, readonly Interval[]>> = {
  ipv4: addressesIn(['0.0.0.0/0'], 'ipv4'),
  ipv6: addressesIn(['::/0'], 'ipv6'),
};

/** Entries of one direction, in the order in which they are judged. */
const inOrder = (entries: readonly NaclEntry[], egress: boolean): NaclEntry[] =>
  entries.filter((entry) => entry.egress === egress).sort((a, b) => a.number - b.number);

/**
 * The addresses that a network ACL lets through on one port (TCP unless told otherwise): inbound those that it lets in to
 * the port, outbound those that it lets be answered on it. Of all, or of those given.
 */
export function naclAdmits(
  entries: readonly NaclEntry[],
  port: number,
  family: IpFamily,
  { protocol = 'tcp', egress = false }: Pick<NaclOptions, 'protocol' | 'egress'> = {},
  of: readonly Interval[] = every[family],
): Interval[] {
  return admittedInOrder(inOrder(entries, egress), port, protocol, family, of);
}

function admittedInOrder(
  ordered: readonly NaclEntry[],
  port: number,
  protocol: PortProtocol,
  family: IpFamily,
  of: readonly Interval[],
): Interval[] {
  let undecided: Interval[] = [...of];
  const admitted: Interval[] = [];
  for (const entry of ordered) {
    if (undecided.length === 0) break;
    const range = portsOf(entry, protocol);
    const cidr = parseCidr((family === 'ipv4' ? entry.cidr : entry.ipv6Cidr) ?? '');
    if (range === undefined || port < range.from || port > range.to || cidr?.family !== family) continue;
    const left = subtractIntervals(undecided, [cidr]);
    if (entry.action === 'allow') admitted.push(...subtractIntervals(undecided, left));
    undecided = left;
  }
  return mergeIntervals(admitted);
}

/**
 * The ports that a network ACL leaves open to the internet, its entries judged in the order of their numbers: the first that matches
 * an address and a port decides, and what no entry matches is denied.
 *
 * A port is open when what is let in is so wide that it counts as the internet ({@link Wideness}): a deny of a few hostile
 * networks before `allow 0.0.0.0/0` does not close a port, a deny of `0.0.0.0/0` does.
 */
export function openNaclPorts(entries: readonly NaclEntry[], options: NaclOptions = {}): OpenPorts[] {
  const ordered = inOrder(entries, options.egress ?? false);
  const protocols: readonly PortProtocol[] = options.protocol === undefined ? ['tcp', 'udp'] : [options.protocol];
  const families: readonly IpFamily[] = options.family === undefined ? ['ipv4', 'ipv6'] : [options.family];
  return protocols.flatMap((protocol) =>
    families.flatMap((family) => {
      const ranges = ordered.map((entry) => portsOf(entry, protocol)).filter((range) => range !== undefined);
      return portsWhere(ranges, (port) =>
        isWideSet(admittedInOrder(ordered, port, protocol, family, every[family]), family, options.wideness),
      ).map((range) => ({
        ...range,
        protocol,
        family,
      }));
    }),
  );
}

/** Whether a network ACL leaves a port (TCP unless told otherwise) open to the internet, in either address family unless one is named. */
export function naclOpenTo(entries: readonly NaclEntry[], port: number, options: NaclOptions = {}): boolean {
  return openNaclPorts(entries, { ...options, protocol: options.protocol ?? 'tcp' }).some(
    ({ from, to }) => from <= port && port <= to,
  );
}

/** Whether a network ACL leaves every port of TCP or of UDP open to the internet. */
export function naclOpensAllPorts(entries: readonly NaclEntry[], options: NaclOptions = {}): boolean {
  return openNaclPorts(entries, options).some(isEveryPort);
}
