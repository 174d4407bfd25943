import { partitionById } from '../../partitions/partitions.ts';
import { parseArn } from '../../text/arn.ts';
import { compileGlob, matchesGlob } from '../glob.ts';
import type { Rights } from '../graph/rights.ts';
import type { Statement } from '../policy.ts';
import { FRESH } from '../search.ts';
import { type ContextInput, NO, type Tri, YES } from '../types.ts';
import { shapesOf } from './edges.ts';

/** More names than this are not tried for one action. */
const MOST = 80;

const regions = ['us-east-1', 'eu-west-1', 'eu-central-1', 'ap-southeast-2', 'us-gov-west-1', 'cn-north-1'];

/** An ARN of the shape, with names that nothing mentions. */
function fill(shape: string, partition: string, region: string, account: string): string {
  const key = `${shape} ${partition} ${region} ${account}`;
  let name = filled.get(key);
  if (name === undefined) {
    // There are some hundred shapes, and thousands of accounts.
    if (filled.size >= 10_000) filled.clear();
    filled.set(key, (name = fresh(shape, partition, region, account)));
  }
  return name;
}

const filled = new Map<string, string>();

function fresh(shape: string, partition: string, region: string, account: string): string {
  const parts = shape.split(':');
  return parts
    .map((part, at) =>
      at === 1 && part === 'P'
        ? partition
        : at === 3 && part === 'R'
          ? region
          : at === 4 && part === 'A'
            ? account
            : part,
    )
    .join(':')
    .replaceAll(':account/A', `:account/${account}`)
    .replaceAll('*', FRESH);
}

const wild = (text: string): boolean => /[*?]/.test(text);

/** What a part of a pattern can stand for: the wanted text where it fits, else the pattern itself without wildcards. */
function choose(pattern: string, wanted: readonly string[]): string {
  if (!wild(pattern)) return pattern;
  const glob = compileGlob(pattern);
  return wanted.find((text) => matchesGlob(glob, text)) ?? pattern.replaceAll('*', FRESH).replaceAll('?', 'x');
}

/** ARNs of the shape that a resource pattern of a policy may be about. */
function fitting(pattern: string, shape: string, partition: string, account: string): string[] {
  const wanted = shape.split(':');
  const [, , service = '', regionPart = '', accountPart = ''] = wanted;
  const name = wanted.slice(5).join(':');
  const parts = parseArn(pattern);
  if (parts === undefined) return [];
  // what one makes, changes or runs for a role of this account is in this account
  const fits = (part: string, wanted: string): boolean => matchesGlob(compileGlob(part), wanted);
  if (!fits(parts[1], partition) || !fits(parts[2], service)) return [];
  const elsewhere = name === 'root';
  if (accountPart === 'A' && !elsewhere && !fits(parts[4], account)) return [];
  const head = [
    'arn',
    partition,
    service,
    regionPart === 'R' ? choose(parts[3], regions) : regionPart,
    accountPart === 'A' ? choose(parts[4], [account]) : accountPart,
  ];
  const last = parts[5];
  const names = wild(last)
    ? [
        name.replaceAll('*', FRESH),
        last.replaceAll('*', FRESH).replaceAll('?', 'x'),
        last.replaceAll('*', '').replaceAll('?', 'x'),
        name.replace(/\*$/, last.replaceAll('*', '').replaceAll('?', 'x')).replaceAll('*', FRESH),
      ]
    : [last];
  const shaped = compileGlob(name.replaceAll('A', 'A'));
  return names.filter((text) => matchesGlob(shaped, text)).map((text) => [...head, text].join(':'));
}

const patternsOf = (statements: readonly Statement[]): string[] => [
  ...new Set(statements.flatMap((statement) => statement.resources?.map(({ text }) => text) ?? [])),
];

/** A pattern with the variables that policies use in ARNs: a user's own name and the account. */
export const resolved = ({ account, subject }: Rights, pattern: string): string =>
  pattern
    .replaceAll(/\$\{aws:username\}/gi, subject.principal.name)
    .replaceAll(/\$\{aws:(principal|resource)account\}/gi, account.id);

/** An ARN of the shape that no policy names. */
export const unnamed = (rights: Rights, shape: string): string =>
  fill(shape, rights.account.partition, partitionById(rights.account.partition).mainRegion, rights.account.id);

/** Names worth trying for an action on resources of a shape: one that nothing mentions, and one for each pattern. */
function namesToTry(rights: Rights, actions: readonly string[], shape: string): string[] {
  const { id, partition } = rights.account;
  const region = partitionById(partition).mainRegion;
  const first = fill(shape, partition, region, id);
  if (actions.every((action) => rights.applicable(action.toLowerCase()).anyResource)) return [first];
  const found = new Set([first]);
  for (const action of actions) {
    for (const pattern of patternsOf(rights.applicable(action.toLowerCase()).statements)) {
      if (pattern === '*') continue;
      for (const name of fitting(resolved(rights, pattern), shape, partition, id)) found.add(name);
      if (found.size >= MOST) return [...found];
    }
  }
  return [...found];
}

/** An action that has to be allowed on some resource whose name the attacker chooses or finds. */
export interface Wanted {
  readonly action: string;
  readonly context?: ContextInput | undefined;
}

export interface Found {
  readonly level: Tri;
  /** For each action the resource on which it is allowed. */
  readonly on: readonly {
    readonly action: string;
    readonly resource: string;
    readonly context?: ContextInput | undefined;
  }[];
}

export const nothing: Found = { level: NO, on: [] };

/**
 * Whether there are resources on which all of the actions are allowed. Actions on the same kind of resource are asked on
 * the same one: creating one function and running another helps nobody.
 * @param fixed a resource that is known to be the one, for the kinds it fits
 * @param usable leaves out names that cannot be meant, e.g. of roles that exist already
 */
export function someResources(
  rights: Rights,
  wanted: readonly Wanted[],
  fixed?: string,
  usable: (name: string) => boolean = () => true,
): Found {
  for (const { action } of wanted) if (!rights.has(action)) return nothing;
  const joint = new Map<string, Wanted[]>();
  const on: { action: string; resource: string; context?: ContextInput | undefined }[] = [];
  let level: Tri = YES;
  const settle = (asked: readonly Wanted[], names: readonly string[]): boolean => {
    let best: Tri = NO;
    let chosen: string | undefined;
    for (const name of names) {
      let worst: Tri = YES;
      for (const { action, context } of asked) {
        const answer = rights.may({ action, resource: name, context });
        if (answer < worst) worst = answer;
        if (worst === NO) break;
      }
      if (worst > best) {
        best = worst;
        chosen = name;
      }
      if (best === YES) break;
    }
    if (best < level) level = best;
    if (chosen !== undefined) for (const one of asked) on.push({ ...one, resource: chosen });
    return best !== NO;
  };
  for (const one of wanted) {
    const groups = shapesOf(one.action);
    if (groups.length === 0 && !settle([one], ['*'])) return nothing;
    for (const shapes of groups) {
      const [shape = ''] = shapes;
      if (shapes.length === 1) {
        const list = joint.get(shape);
        if (list === undefined) joint.set(shape, [one]);
        else list.push(one);
      } else {
        const names = shapes.flatMap((each) => fixedFor(each, fixed) ?? namesToTry(rights, [one.action], each));
        if (!settle([one], names)) return nothing;
      }
    }
  }
  for (const [shape, asked] of joint) {
    const names =
      fixedFor(shape, fixed) ??
      namesToTry(
        rights,
        asked.map(({ action }) => action),
        shape,
      ).filter(usable);
    if (!settle(asked, names)) return nothing;
  }
  return { level, on };
}

function fixedFor(shape: string, fixed: string | undefined): string[] | undefined {
  if (fixed === undefined) return undefined;
  const glob = compileGlob(
    shape
      .split(':')
      .map((part, at) => (at > 0 && at < 5 && /^[PRA]$/.test(part) ? '*' : part))
      .join(':'),
  );
  return matchesGlob(glob, fixed) ? [fixed] : undefined;
}
