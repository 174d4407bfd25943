import type { SubjectBase, Verdict } from '../../../engine/check.ts';
import { fail, pass, unknown } from '../../../engine/check.ts';
import { indexOf } from '../lookup.ts';
import type { NetworkOf } from '../network.ts';
import type { Wideness } from '../wide.ts';
import { opened } from './bearing.ts';
import type { Network } from './facts.ts';
import { letInText, reachFromInternet, type Reach } from './reach.ts';

/** What AWS runs in subnets of the account, with an address in one of them that nothing here lists: a database, a broker. */
export interface Placed {
  readonly vpcId: string | undefined;
  /** Those that it may be in; undefined where AWS does not say. */
  readonly subnetIds: readonly string[] | undefined;
  /** Its security groups; `default`: none is named, so that it has the default one of its VPC; undefined where AWS does not say. */
  readonly groupIds: readonly string[] | 'default' | undefined;
  /** What it listens at; undefined: any port may be one. */
  readonly port: number | readonly number[] | undefined;
  /** Undefined where AWS does not say. */
  readonly publiclyAccessible: boolean | undefined;
}

/** The group that is called `default`: each VPC has one, and no other can be called so. */
function groupsIn(
  vpcId: string,
  groupIds: Placed['groupIds'],
  { groups, unread }: Network,
): readonly string[] | string {
  if (groupIds !== 'default')
    return groupIds === undefined || groupIds.length === 0 ? 'AWS does not say which security groups it has' : groupIds;
  const found = groups.find((each) => each.vpcId === vpcId && each.name === 'default');
  return found === undefined
    ? (unread.groups ?? `the default security group of ${vpcId} is not visible to this account`)
    : [found.id];
}

/**
 * Whether the internet reaches something with a public IPv4 address in one of some subnets: routes, network ACLs, security groups
 * and VPC Block Public Access, as of an instance. Which of the subnets it is in is not told, so one that lets in is enough.
 */
function reachOfPlaced(
  { id, arn, vpcId: named, subnetIds, groupIds: given, port }: SubjectBase & Omit<Placed, 'publiclyAccessible'>,
  network: Network,
  wideness: Wideness,
): Reach {
  if (subnetIds === undefined || subnetIds.length === 0)
    return { kind: 'unknown', causes: ['AWS does not say in which subnets it is'] };
  const known = indexOf(network.subnets, 'id', (subnet) => [subnet.id]);
  // Some do not name their VPC: it is that of their subnets.
  const vpcId = named ?? subnetIds.flatMap((each) => known.get(each)?.[0]?.vpcId ?? [])[0];
  if (vpcId === undefined)
    return {
      kind: 'unknown',
      causes: [
        network.unread.subnets ??
          `${subnetIds.join(', ')} ${subnetIds.length === 1 ? 'is' : 'are'} not visible to this account`,
      ],
    };
  const groupIds = groupsIn(vpcId, given, network);
  if (typeof groupIds === 'string') return { kind: 'unknown', causes: [groupIds] };
  const interfaces = subnetIds.map((subnetId) => ({
    id: undefined,
    vpcId,
    subnetId,
    groupIds,
    publicIps: ['its public address'],
    // Which address it has in there is not told: all of them stand for it where routes are looked up.
    privateIps: known.get(subnetId)?.[0]?.cidrs.filter((cidr) => !cidr.includes(':')) ?? [],
    ipv6: [],
  }));
  return reachFromInternet(
    { id, arn, interfaces },
    network,
    port === undefined ? { wideness } : { ports: [port].flat(), wideness },
  );
}

/** How something with a public address is spoken of, after its name. */
interface AddressWords {
  readonly has: string;
  readonly expected: string;
  readonly hasNone: string;
}

const ownAddress: AddressWords = {
  has: 'has a public address',
  expected: 'a private one',
  hasNone: 'has no public address',
};

/** Of services and task sets of ECS: each task has a network interface in one of the subnets. */
export const taskAddresses: AddressWords = {
  has: 'gives its tasks public addresses',
  expected: 'private ones',
  hasNone: 'gives its tasks no public addresses',
};

/** Says of what may have a public address whether it has one, and of one that has what {@link addressed} says. */
export function publicAddress(
  subject: SubjectBase & Placed,
  networkOf: NetworkOf,
  wideness: Wideness,
  words: AddressWords = ownAddress,
): Verdict {
  const { name, publiclyAccessible } = subject;
  if (publiclyAccessible === undefined) return unknown(`AWS does not say whether ${name} ${words.has}`);
  if (!publiclyAccessible) return pass(`${name} ${words.hasNone}`);
  const at = typeof subject.port === 'number' ? ` at port ${subject.port}` : '';
  return addressed(subject, networkOf, wideness, `${name} ${words.has}${at}; expected ${words.expected}`);
}

/**
 * Fails something that has a public address although it should have none, and says whether the internet comes in by it: an open
 * security group and a route make it urgent, and without them the address waits for the next change of either.
 */
export function addressed(
  subject: SubjectBase & Omit<Placed, 'publiclyAccessible'>,
  networkOf: NetworkOf,
  wideness: Wideness,
  says: string,
): Verdict {
  const reach = reachOfPlaced(subject, networkOf(subject.region), wideness);
  const seen = { publiclyAccessible: true, reach };
  switch (reach.kind) {
    case 'open': {
      const { protocol, port } = reach.path;
      return fail(
        `${says}; the internet reaches it on ${protocol} ${port}: ${letInText(reach.path)}`,
        seen,
        undefined,
        { reach: opened(subject, reach.path).reach },
      );
    }
    case 'possible':
      return fail(
        `${says}; the internet may reach it on ${reach.path.protocol} ${reach.path.port}, depending on ${reach.on}`,
        seen,
      );
    case 'closed': {
      // What closes the way is enough; that something else might too is said.
      const isWhole = !reach.reasons.some((reason) => /\b(?:was|were) not read\b/.test(reason));
      const rest = isWhole ? '' : '; whether all of its ways are closed was not read';
      return fail(`${says}${rest}; nothing lets the internet in today: ${reach.reasons.join('; ')}`, seen, undefined, {
        reach: { from: 'nowhere', how: reach.reasons.join('; ') },
      });
    }
    case 'unknown':
      return fail(`${says}; whether the internet reaches it was not read: ${reach.causes.join('; ')}`, seen);
  }
}
