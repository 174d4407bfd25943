import {
  countAddresses,
  isWholeInternet,
  parseCidr,
  publicSpace,
  subtractIntervals,
  type Interval,
  type IpFamily,
} from './cidr.ts';
import type { OpenPorts } from './ports.ts';
import { isEveryPort, portsOf, portsWhere, type PortProtocol } from './protocols.ts';

/**
 * One entry of a network ACL. `protocol` is a name, a number as text or `-1`.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAclEntry.html
 */
export interface NaclEntry {
  readonly number: number;
  readonly egress: boolean;
  readonly action: 'allow' | 'deny';
  readonly protocol: string;
  readonly cidr?: string | undefined;
  readonly ipv6Cidr?: string | undefined;
  readonly fromPort?: number | undefined;
  readonly toPort?: number | undefined;
}

export interface NaclOptions {
  readonly family?: IpFamily | undefined;
  readonly protocol?: PortProtocol | undefined;
  /** Default false: traffic that comes in. */
  readonly egress?: boolean | undefined;
}

function isOpen(entries: readonly NaclEntry[], port: number, protocol: PortProtocol, family: IpFamily): boolean {
  const publicAddresses = countAddresses(publicSpace[family]);
  let undecided: Interval[] = [...publicSpace[family]];
  let admitted = 0n;
  const allowing: string[] = [];
  for (const entry of entries) {
    const range = portsOf(entry, protocol);
    const block = (family === 'ipv4' ? entry.cidr : entry.ipv6Cidr) ?? '';
    const cidr = parseCidr(block);
    if (range === undefined || port < range.from || port > range.to || cidr?.family !== family) continue;
    const left = subtractIntervals(undecided, [cidr]);
    const matched = countAddresses(undecided) - countAddresses(left);
    if (entry.action === 'allow' && matched > 0n) {
      admitted += matched;
      allowing.push(block);
    }
    undecided = left;
  }
  return isWholeInternet(allowing, family) && admitted * 2n >= publicAddresses;
}

/**
 * The ports that a network ACL leaves open to the internet, its entries judged in the order of their numbers: the first that matches
 * an address and a port decides, and what no entry matches is denied.
 *
 * A port is open when the entries that allow it speak of the whole internet and the denials before them leave at least half of its
 * addresses: a deny of a few hostile networks before `allow 0.0.0.0/0` does not close a port, a deny of `0.0.0.0/0` does.
 */
export function openNaclPorts(entries: readonly NaclEntry[], options: NaclOptions = {}): OpenPorts[] {
  const ordered = entries
    .filter((entry) => entry.egress === (options.egress ?? false))
    .sort((a, b) => a.number - b.number);
  const protocols: readonly PortProtocol[] = options.protocol === undefined ? ['tcp', 'udp'] : [options.protocol];
  const families: readonly IpFamily[] = options.family === undefined ? ['ipv4', 'ipv6'] : [options.family];
  return protocols.flatMap((protocol) =>
    families.flatMap((family) => {
      const ranges = ordered.map((entry) => portsOf(entry, protocol)).filter((range) => range !== undefined);
      return portsWhere(ranges, (port) => isOpen(ordered, port, protocol, family)).map((range) => ({
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
