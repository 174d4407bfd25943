import { shownArn } from '../paths/summary.ts';
import { admitsOf, type Around, dependsOn, type Placed, type Side, Sides } from './assume.ts';
import { arnOf, type Place, type Step, Steps } from './graph.ts';
import type { Outsider, Some, Sureness } from './types.ts';

/** One step of a way. */
export interface WayStep {
  /** Account and name (`111122223333 role/deploy`), or whoever comes in from outside. */
  readonly from: string;
  readonly to: string;
  /** In words: `assumes the role`. */
  readonly how: string;
  /** What it depends on, where it is not certain. */
  readonly condition?: string;
}

/** Who begins a way: somebody outside the organization, users or roles without administration, or administrators. */
export type Beginner = 'outsider' | 'principal' | 'administrator';

/** A way from one account to administrator of another. */
export interface AccountWay {
  readonly from: string;
  readonly to: string;
  /** Whether `to` is the management account, which administers all others. */
  readonly toManagement: boolean;
  readonly verdict: 'proven' | 'possible';
  readonly begins: Beginner;
  /** In words, who begins. */
  readonly who: string;
  /** Accounts on the way, both ends included. */
  readonly accounts: readonly string[];
  readonly steps: readonly WayStep[];
}

/** What is not known of an account's ways. */
export interface Unknown {
  readonly account: string;
  readonly why: string;
}

export interface Ways {
  /** The worst first: to the management account, from outside, certain. */
  readonly told: readonly AccountWay[];
  /** How many more there are. */
  readonly left: number;
  /** Ways by account that they lead to, all of them: certain and possible ones. */
  readonly counts: ReadonlyMap<string, { proven: number; possible: number; beginners: ReadonlySet<Beginner> }>;
  /** Accounts whose administrator the management account's administrators become, as they do by design. */
  readonly byManagement: number;
  /** What keeps from saying that there is no way. */
  readonly unknown: readonly Unknown[];
}

/** So many ways are told, and so many of one account; so many places are looked at. */
const limits = { ways: 2000, ofOne: 200, visits: 20_000_000 };

/**
 * Joins what accounts say of themselves: who of one account, or from outside through it, becomes administrator of another. Bounded in
 * time and size; what it does not come to is told as not known. Pure: the same accounts, the same answer.
 */
export function waysBetween(accounts: readonly Placed[], around: Around, bounds: Partial<typeof limits> = {}): Ways {
  const most = { ...limits, ...bounds };
  const by = new Sides();
  const sides = new Map(
    accounts.flatMap((one) => {
      const side = by.of(one);
      return side === undefined ? [] : [[one.id, side] as const];
    }),
  );
  const steps = new Steps(sides, around);
  const found: Found[] = [];
  const counts = new Map<string, { proven: number; possible: number; beginners: Set<Beginner> }>();
  const unknown = unknownOf(accounts, sides, steps);
  let byManagement = 0;
  let visits = 0;
  for (const target of sides.values()) {
    const goal = steps.place(target, 'administrator', 0);
    if (!goal.into.some(({ from }) => from.is === 'door')) continue;
    if (visits > most.visits) {
      unknown.push({ account: target.id, why: 'there are too many ways between accounts to follow all' });
      continue;
    }
    const own = new Map<string, Found>();
    for (const wanted of ['certain', 'possible'] as const) {
      const reached = backwards(goal, wanted);
      visits += reached.size;
      for (const [place, next] of reached) {
        if (place.side === undefined || place.side === target || place.is === 'door') continue;
        for (const begin of beginsAt(place, around)) {
          if (wanted === 'certain' && begin.sure === 'possible') continue;
          const verdict = wanted === 'certain' ? 'proven' : 'possible';
          const one: Found = {
            from: place.side.id,
            target,
            place,
            next: reached,
            begin,
            verdict,
            distance: next.distance,
          };
          const known = own.get(one.from);
          if (known === undefined || compare(one, known) < 0) own.set(one.from, one);
        }
      }
    }
    const count = { proven: 0, possible: 0, beginners: new Set<Beginner>() };
    const kept: Found[] = [];
    for (const one of own.values()) {
      if (one.from === around.managementAccount && one.begin.kind === 'administrator') {
        byManagement += 1;
        continue;
      }
      count[one.verdict] += 1;
      count.beginners.add(one.begin.kind);
      kept.push(one);
    }
    if (kept.length > 0) counts.set(target.id, count);
    found.push(...kept.sort(compare).slice(0, most.ofOne));
  }
  const management = (one: Found): number => Number(one.target.id === around.managementAccount);
  const told = found.sort((a, b) => management(b) - management(a) || compare(a, b)).slice(0, most.ways);
  const all = [...counts.values()].reduce((sum, { proven, possible }) => sum + proven + possible, 0);
  return { told: told.map((one) => wayOf(one, around)), left: all - told.length, counts, byManagement, unknown };
}

interface Begin {
  readonly kind: Beginner;
  readonly who: string;
  readonly sure: Sureness;
}

interface Reached {
  readonly step: Step | undefined;
  readonly distance: number;
}

interface Found {
  readonly from: string;
  readonly target: Side;
  readonly place: Place;
  readonly next: ReadonlyMap<Place, Reached>;
  readonly begin: Begin;
  readonly verdict: AccountWay['verdict'];
  readonly distance: number;
}

const order: readonly Beginner[] = ['outsider', 'principal', 'administrator'];

function compare(a: Found, b: Found): number {
  return (
    Number(b.verdict === 'proven') - Number(a.verdict === 'proven') ||
    order.indexOf(a.begin.kind) - order.indexOf(b.begin.kind) ||
    a.distance - b.distance ||
    text(a.from, b.from) ||
    text(a.target.id, b.target.id) ||
    text(a.place.key, b.place.key) ||
    text(a.begin.who, b.begin.who)
  );
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Every place from which the goal is reached over steps at least so sure, the nearest step first. */
function backwards(goal: Place, wanted: Sureness): Map<Place, Reached> {
  const reached = new Map<Place, Reached>([[goal, { step: undefined, distance: 0 }]]);
  for (const [place, { distance }] of reached)
    for (const step of place.into) {
      if (wanted === 'certain' && step.sure !== 'certain') continue;
      if (!reached.has(step.from)) reached.set(step.from, { step, distance: distance + 1 });
    }
  return reached;
}

/** Who begins at a place. */
function beginsAt({ side, is, at }: Place, { managementAccount }: Around): Begin[] {
  if (side === undefined) return [];
  const { crossings, id } = side;
  if (is === 'administrator') {
    const { administrators, becoming, outsiders } = crossings;
    return [
      ...outsiders.map(fromOutside),
      ...byOthers(becoming, 'which can become administrator of it'),
      {
        kind: 'administrator',
        who: `administrators of ${id === managementAccount ? 'the management account ' : ''}${id}${administrators.count === 0 ? '' : ` (${someText(administrators)})`}`,
        sure: 'certain',
      },
    ];
  }
  const exit = crossings.exits[at];
  if (exit === undefined) return [];
  const kind = exit.administers === 'already' ? 'administrator' : 'principal';
  return [
    ...(exit.outsiders ?? []).map(fromOutside),
    { kind, who: `${exit.name}${exit.by === undefined ? '' : andBy(exit.by.certain)}`, sure: 'certain' },
  ];
}

const fromOutside = ({ who, sure }: Outsider): Begin => ({ kind: 'outsider', who, sure });

const byOthers = ({ certain, possible }: { certain: Some; possible: Some }, what: string): Begin[] => [
  ...(certain.count === 0
    ? []
    : [{ kind: 'principal' as const, who: `${someText(certain)}, ${what}`, sure: 'certain' as const }]),
  ...(possible.count === 0
    ? []
    : [
        {
          kind: 'principal' as const,
          who: `${someText(possible)}, ${what.replace('can', 'may')}`,
          sure: 'possible' as const,
        },
      ]),
];

const andBy = (others: Some): string => (others.count === 0 ? '' : `, which ${someText(others)} can become`);

const someText = ({ count, names }: Some): string =>
  `${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''}`;

function wayOf({ from, target, place, next, begin, verdict }: Found, around: Around): AccountWay {
  const steps: WayStep[] = [];
  const accounts = [from];
  if (begin.kind === 'outsider')
    steps.push({
      from: begin.who,
      to: nameOf(place),
      how: place.is === 'exit' ? 'comes in' : 'comes in and becomes administrator',
    });
  let at: Place = place;
  for (let step = next.get(at)?.step; step !== undefined; step = next.get(at)?.step) {
    // A group stands for its members: the step out of it is theirs.
    const over = step.to.is === 'group' ? next.get(step.to)?.step : step;
    if (over === undefined) break;
    steps.push(stepOf(at, over));
    at = over.to;
    const account = at.side?.id;
    if (account !== undefined && account !== accounts.at(-1)) accounts.push(account);
  }
  return {
    from,
    to: target.id,
    toManagement: target.id === around.managementAccount,
    verdict,
    begins: begin.kind,
    who: begin.who,
    accounts,
    steps,
  };
}

const nameOf = ({ side, is, at }: Place): string => {
  if (side === undefined) return '';
  const { crossings, id } = side;
  const name = is === 'exit' ? crossings.exits[at]?.name : is === 'door' ? crossings.doors[at]?.name : 'administrator';
  return `${id} ${name ?? ''}`;
};

function stepOf(from: Place, { to, sure, request }: Step): WayStep {
  const door = from.is === 'door' ? from.side?.crossings.doors[from.at] : undefined;
  const how =
    request !== undefined
      ? 'assumes the role'
      : to.is === 'administrator'
        ? (door?.how ?? (door?.administers === 'already' ? 'is administrator' : 'becomes administrator'))
        : 'becomes the user or role';
  const condition =
    sure === 'certain' ? undefined : request === undefined ? 'what is not known of it' : shownArn(dependsOn(request));
  return { from: nameOf(from), to: nameOf(to), how, ...(condition === undefined ? {} : { condition }) };
}

/** Why it is not known of some accounts whether somebody else administers them. */
function unknownOf(accounts: readonly Placed[], sides: ReadonlyMap<string, Side>, { unfollowed }: Steps): Unknown[] {
  const members = new Set(accounts.map(({ id }) => id));
  const unread = [...members].filter((id) => !sides.has(id));
  const cut = [...sides.values()].filter(({ crossings }) => crossings.left.length > 0).map(({ id }) => id);
  const unknown: Unknown[] = unread.map((account) => ({ account, why: 'its users, roles and policies were not read' }));
  for (const { account, door } of [...unfollowed].flatMap(({ side, at }) =>
    side === undefined ? [] : [{ account: side.id, door: side.crossings.doors[at] }],
  ))
    unknown.push({ account, why: `not everybody was tried who may assume ${door?.name ?? 'a role'}` });
  for (const side of sides.values()) {
    const why = side.crossings.doors.flatMap((door) => {
      const trust = side.sources[door.trust];
      if (trust === undefined || door.administers === 'no') return [];
      const { anybody, accounts: named } = admitsOf(trust);
      const dark = (ids: readonly string[]): string[] =>
        ids.filter((id) => id !== side.id && (anybody || named.has(id)));
      const [first] = dark(unread);
      const [partly] = dark(cut);
      return [
        ...(door.administers === 'unknown' ? [`not all policies of ${arnOf(side, door.name)} were read`] : []),
        ...(first === undefined ? [] : [`${door.name} lets in account ${first}, which was not read`]),
        ...(partly === undefined ? [] : [`${door.name} lets in account ${partly}, which was not told whole`]),
      ];
    });
    const [first] = why;
    if (first !== undefined)
      unknown.push({ account: side.id, why: why.length === 1 ? first : `${first}; and ${why.length - 1} more` });
    if (side.crossings.left.length > 0)
      unknown.push({ account: side.id, why: `it has ${side.crossings.left.join(', ')}` });
  }
  return unknown;
}
