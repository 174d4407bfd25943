import type { Gap } from '../../aws/outcome.ts';
import { kindOfGap } from '../../aws/outcome.ts';
import { compare } from '../../inventory/inventory.ts';
import { compareNaturally } from '../../text/natural.ts';
import type { Check } from '../check.ts';
import { scopeOf, severities } from '../check.ts';
import type { Finding } from '../finding.ts';
import { fillCommands, namesIn, regionFor } from '../fix.ts';
import { remediesFor } from '../remedies.ts';
import { asksForValues, withoutParts } from './commands.ts';
import type { Cause, CauseKind, Effort, Reach } from './cause.ts';
import { causeId, digestOfCause, reaches } from './cause.ts';
import type { Changed, Key } from './key.ts';
import { keyOfFailure, keyOfUnknown } from './key.ts';
import { sortByRisk } from './order.ts';

/** What is kept of a finding. */
interface Entry extends Changed {
  readonly fingerprint: string;
  readonly check: Check;
  readonly message: string;
  /** What the verdict observed, where it names what the check's commands leave open. */
  readonly observed: unknown;
  readonly reach: Reach | undefined;
  readonly unread: Unread | undefined;
}

/** The better of two names of one thing: an ARN, whichever finding told it. */
const clearer = (a: string, b: string): string =>
  a.startsWith('arn:') === b.startsWith('arn:') ? (compare(a, b) <= 0 ? a : b) : a.startsWith('arn:') ? a : b;

type Unread = Parameters<typeof remediesFor>[0][number];

interface Group {
  readonly kind: CauseKind;
  subject: string;
  /** Findings of which the key says what is to be changed. */
  readonly own: Entry[];
  /** Findings that the same change clears, though another one would too. */
  joined: Entry[] | undefined;
}

/** What is known besides the findings. */
export interface Known {
  readonly account: string;
  readonly partition: string;
  /** In how many regions a check was judged. */
  readonly regions: (check: string) => number;
  /** Who reaches a resource, by ARN, where it was worked out. */
  readonly reach?: (arn: string) => Reach | undefined;
}

/** Puts findings that one change clears together, while they are made. */
export class CauseLedger {
  /** By what their keys are. */
  readonly #groups = new Map<CauseKind, Map<string, Group>>();
  /** Findings that something wider may clear. */
  readonly #pending: Entry[] = [];
  readonly #account: string;
  readonly #wider: ReadonlySet<string>;
  /** The groups of findings that may clear others, by check and place. */
  readonly #places = new Map<string, Group>();

  /** @param account whose findings they are */
  constructor(checks: readonly Pick<Check, 'clearedBy'>[], account: string) {
    this.#account = account;
    this.#wider = new Set(checks.flatMap(({ clearedBy = none }) => clearedBy));
  }

  /** @param gap what could not be read, of an unknown finding */
  add(finding: Finding, check: Check, gap?: Gap): void {
    if (finding.status !== 'fail' && finding.status !== 'unknown') return;
    if (finding.status === 'fail') {
      const entry = entryOf(finding, check);
      if (check.clearedBy === undefined) this.#failed(entry);
      else this.#pending.push(entry);
      return;
    }
    const key = keyOfUnknown(finding, gap);
    if (key !== undefined) this.#own(entryOf(finding, check, gap), key);
  }

  #failed(entry: Entry): void {
    const group = this.#own(entry, keyOfFailure(entry, entry.check));
    if (this.#wider.has(entry.check.id)) this.#place(entry, group);
  }

  #own(entry: Entry, { kind, identity, subject }: Key): Group {
    let groups = this.#groups.get(kind);
    if (groups === undefined) this.#groups.set(kind, (groups = new Map()));
    const known = groups.get(identity);
    if (known === undefined) {
      const group: Group = { kind, subject, own: [entry], joined: undefined };
      groups.set(identity, group);
      return group;
    }
    known.own.push(entry);
    known.subject = clearer(known.subject, subject);
    return known;
  }

  /** All causes, those that are to be fixed first first. To be asked once. */
  list(known: Known): Cause[] {
    // What clears others may itself be cleared by something wider: the widest are placed first.
    const depth = depthsOf(this.#pending.map(({ check }) => check));
    this.#pending.sort((a, b) => (depth.get(a.check.id) ?? 0) - (depth.get(b.check.id) ?? 0));
    for (const entry of this.#pending) {
      const group = this.#widerThan(entry);
      if (group === undefined) this.#failed(entry);
      else {
        (group.joined ??= []).push(entry);
        if (this.#wider.has(entry.check.id)) this.#place(entry, group);
      }
    }
    this.#pending.length = 0;
    this.#places.clear();
    const ids = this.#ids().values();
    const causes: Cause[] = [];
    for (const groups of this.#groups.values())
      for (const group of groups.values()) causes.push(causeOf(group, ids.next().value ?? '', known));
    this.#groups.clear();
    return sortByRisk(causes);
  }

  /** The ids of the groups, in their order. Where the first eight digits of several meet, those of the greater are made of the others. */
  #ids(): string[] {
    const keys: [CauseKind, string][] = [];
    for (const [kind, groups] of this.#groups) for (const identity of groups.keys()) keys.push([kind, identity]);
    return idsOf(keys.map(([kind, identity]) => digestOfCause(kind, this.#account, identity)));
  }

  #place(entry: Entry, group: Group): void {
    for (const place of placesOf(entry)) this.#places.set(place, group);
  }

  #widerThan({ check, arn, region }: Entry): Group | undefined {
    for (const id of check.clearedBy ?? none)
      for (const place of [
        arn,
        `in ${region}`,
        ...(scopeOf(check) === 'account' ? ['in regions'] : []),
        'everywhere',
      ]) {
        const found = this.#places.get(`${id} ${place}`);
        if (found !== undefined) return found;
      }
    return undefined;
  }
}

/** The causes of findings that are there already. */
export function causesOf(findings: Iterable<Finding>, checks: readonly Check[], known: Known): Cause[] {
  const ledger = new CauseLedger(checks, known.account);
  const byId = new Map(checks.map((check) => [check.id, check]));
  for (const finding of findings) {
    const check = byId.get(finding.check);
    if (check !== undefined) ledger.add(finding, check);
  }
  return ledger.list(known);
}

function entryOf(finding: Finding, check: Check, gap?: Gap): Entry {
  const { fingerprint, message, region, resource, fix, observed, unknown } = finding;
  return {
    fingerprint,
    check,
    message,
    region,
    arn: resource.arn,
    id: resource.id,
    name: resource.name,
    fix,
    changes: finding.changes,
    observed: fix === undefined && hasNames(observed) ? observed : undefined,
    reach: finding.reach,
    unread: unknown === undefined ? undefined : unreadOf(unknown.actions, gap),
  };
}

const hasNames = (observed: unknown): boolean =>
  typeof observed === 'object' && observed !== null && 'names' in observed;

function unreadOf(actions: readonly string[], gap: Gap | undefined): Unread {
  if (gap === undefined || gap.kind === 'unsupported') return { kind: 'denied', actions };
  return {
    kind: kindOfGap(gap),
    actions: gap.actions,
    code: gap.code,
    ...(gap.kind === 'denied' ? { deniedBy: gap.by } : {}),
  };
}

/** Where a finding clears others: on its resource, in its region or everywhere; those of all regions together, the account's too. */
function placesOf({ check, arn, region }: Entry): readonly string[] {
  switch (scopeOf(check)) {
    case 'resource':
      return [`${check.id} ${arn}`];
    case 'region':
      return [`${check.id} in ${region}`, `${check.id} in regions`];
    case 'account':
      return [`${check.id} everywhere`];
  }
}

/** How many steps of `clearedBy` lie behind each check; those that name each other are as deep as they were found. */
function depthsOf(checks: readonly Check[]): ReadonlyMap<string, number> {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const depths = new Map<string, number>();
  const depth = (id: string, above: readonly string[]): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const { clearedBy = [] } = byId.get(id) ?? {};
    const found = Math.max(
      0,
      ...clearedBy.map((other) => (above.includes(other) ? 0 : 1 + depth(other, [...above, id]))),
    );
    depths.set(id, found);
    return found;
  };
  for (const { id } of checks) depth(id, []);
  return depths;
}

const severityOf = ({ check }: Entry): number => severities.indexOf(check.severity);

const inOrder = (a: Entry, b: Entry): number =>
  severityOf(a) - severityOf(b) ||
  compare(a.check.id, b.check.id) ||
  compare(a.region, b.region) ||
  compareNaturally(a.arn, b.arn) ||
  compare(a.fingerprint, b.fingerprint);

function causeOf(group: Group, id: string, known: Known): Cause {
  const { own, joined = none, subject } = group;
  if (own.length > 1) own.sort(inOrder);
  const all = joined.length === 0 ? own : [...own, ...joined].sort(inOrder);
  const [lead] = all;
  const [first] = own;
  if (lead === undefined || first === undefined) throw new TypeError('a cause without a finding');
  const alone = all.length === 1;
  const kind = joined.length > 0 && group.kind !== 'regions' && group.kind !== 'thing' ? 'setting' : group.kind;
  const unread = alone && first.unread === undefined ? none : own.flatMap((entry) => entry.unread ?? none);
  const commands = unread.length > 0 ? none : commandsOf(group, own, known);
  const cause: Cause = {
    id,
    kind,
    subject,
    title: titleOf(group, lead, unread, known),
    severity: lead.check.severity,
    status: unread.length > 0 ? 'unknown' : 'fail',
    reach: reachOf(group, all, known),
    effort: effortOf(commands),
    commands,
    checks: alone ? checksOf(lead.check) : [...new Set(all.map(({ check }) => check.id))],
    resources: alone ? 1 : new Set(all.map(({ arn }) => arn)).size,
    worst: alone ? 1 : all.filter((entry) => severityOf(entry) === severityOf(lead)).length,
    findings: alone ? [lead.fingerprint] : all.map(({ fingerprint }) => fingerprint),
  };
  return unread.length === 0 ? cause : withActions(cause, unread);
}

function withActions({ checks, resources, worst, findings, ...cause }: Cause, unread: readonly Unread[]): Cause {
  const actions = [...new Set(unread.flatMap((each) => each.actions))].sort();
  return { ...cause, actions, checks, resources, worst, findings };
}

function titleOf({ kind, own }: Group, lead: Entry, unread: readonly Unread[], known: Known): string {
  const [first = lead] = own;
  // What is to be changed may be less grave than what it lets happen.
  const worst = severityOf(lead) < severityOf(first) ? `; worst of it: ${lead.message}` : '';
  if (kind === 'regions') {
    const judged = Math.max(own.length, known.regions(first.check.id));
    return own.length === 1 && judged === 1
      ? `${first.message}${worst}`
      : `${first.check.title}: not so in ${own.length} of ${judged} regions${worst}`;
  }
  if (unread.length === 0) return `${first.message}${worst}`;
  const { grant, ask, reach } = remediesFor(unread);
  const [sentence] = [...ask, ...reach];
  if (grant.length === 0) return sentence ?? first.message;
  const shown = grant.slice(0, 3).join(', ');
  return `No policy allows the caller ${shown}${grant.length > 3 ? ` and ${grant.length - 3} more actions` : ''}`;
}

function commandsOf({ kind, subject }: Group, own: readonly Entry[], known: Known): readonly string[] {
  const [first] = own;
  if (first !== undefined && own.length === 1) {
    const lines = linesOf(first, known);
    if (lines.length < 2) return lines;
  }
  // Where findings of several resources name one thing to change, that thing's own say how.
  const things: readonly string[] = kind === 'thing' ? subject.split(', ') : none;
  const ids = things.map((arn) => arn.slice(arn.search(/[^:/]*$/)));
  // So do findings of what lies behind it, where their commands are for that thing alone.
  const of = own.filter(
    ({ arn, fix }) =>
      things.includes(arn) ||
      fix?.cli?.split('\n').every((line) => ids.some((id) => line.split(' ').includes(id))) === true,
  );
  const lines = (of.length === 0 ? own : of).flatMap((entry) => linesOf(entry, known));
  if (lines.length < 2) return lines;
  const distinct = withoutParts(lines);
  return distinct.length > 1 ? (own[0]?.check.fix.together?.(distinct) ?? distinct) : distinct;
}

function linesOf(entry: Entry, { account, partition }: Known): readonly string[] {
  const { check, region, arn, id, name, fix, observed } = entry;
  let { cli } = fix ?? check.fix;
  if (fix === undefined && cli !== undefined) {
    const names = observed === undefined ? noNames : namesIn(observed);
    cli = fillCommands(cli, { name, id, arn, account, region: regionFor(region, partition), partition, names });
  }
  return cli === undefined ? none : cli.includes('\n') ? cli.split('\n') : [cli];
}

const noNames: Readonly<Record<string, string>> = Object.freeze({});

const none: readonly never[] = Object.freeze([]);

const lists = new WeakMap<Check, readonly string[]>();

/** The list of a check alone, one for all its causes. */
function checksOf(check: Check): readonly string[] {
  let known = lists.get(check);
  if (known === undefined) lists.set(check, (known = Object.freeze([check.id])));
  return known;
}

const effortOf = (commands: readonly string[]): Effort =>
  commands.length === 0 ? 'hand' : commands.some(asksForValues) ? 'values' : 'command';

const unshown: Reach = Object.freeze({ from: 'unshown' });

function reachOf({ kind, subject }: Group, all: readonly Entry[], { reach }: Known): Reach {
  let found: Reach | undefined;
  const look = (one: Reach | undefined): void => {
    if (one === undefined) return;
    const difference = found === undefined ? -1 : reaches.indexOf(one.from) - reaches.indexOf(found.from);
    if (difference < 0 || (difference === 0 && (one.how ?? '') < (found?.how ?? ''))) found = one;
  };
  for (const entry of all) {
    look(entry.reach);
    look(reach?.(entry.arn));
  }
  if (kind === 'thing') for (const arn of subject.split(', ')) look(reach?.(arn));
  return found ?? unshown;
}

function idsOf(digests: readonly string[]): string[] {
  const ids = digests.map((digest) => causeId(digest));
  if (new Set(ids).size === ids.length) return ids;
  const least = new Map<string, string>();
  digests.forEach((digest, at) => {
    const id = ids[at] ?? '';
    const known = least.get(id);
    if (known === undefined || digest < known) least.set(id, digest);
  });
  return digests.map((digest, at) => causeId(digest, least.get(ids[at] ?? '') === digest ? 0 : 8));
}
