import type { CompiledCondition, CompiledValue } from './condition-types.ts';
import { addressesLike } from './address-patterns.ts';
import { addressText, type AddressRun, runOf, runsOf, widths } from './ip.ts';

/** Addresses that conditions cannot tell apart: what passes with one of them passes with all. */
export interface Region {
  /** Sorted, IPv4 before IPv6; they neither touch nor overlap. */
  readonly runs: readonly AddressRun[];
  /** One of the addresses, of the internet where there is one. */
  readonly address: string;
}

export interface Regions {
  /** Together they hold every address there is. */
  readonly regions: readonly Region[];
  /** False where a condition tells addresses apart in a way that is not ranges (a policy variable, `*.7`). */
  readonly complete: boolean;
}

interface Matched {
  readonly runs: readonly AddressRun[];
  readonly complete: boolean;
}

/** A condition with more patterns than this is not followed pattern by pattern. */
const MOST_PATTERNS = 64;
const matchedBy = new WeakMap<CompiledCondition, Matched>();

function runsOfValue(value: CompiledValue): readonly AddressRun[] | undefined {
  if ('cidr' in value) return [runOf(value.cidr)];
  // for an operator without wildcards a star is a star, which no address has
  if ('glob' in value) return value.glob.kind === 'exact' && /[*?]/.test(value.text) ? [] : addressesLike(value.text);
  // a value that does not parse leaves every address open alike, and a number or a date is no address
  if ('bad' in value || 'number' in value) return [];
  if ('arn' in value) return value.arn.kind === 'any' ? addressesLike('*') : [];
  return undefined;
}

/** The addresses that some value of the condition matches, before negation. */
function matched(condition: CompiledCondition): Matched {
  let found = matchedBy.get(condition);
  if (found === undefined) {
    let complete = true;
    let patterns = 0;
    const runs: AddressRun[] = [];
    const isAboutPresence =
      condition.family === 'null' || condition.family === 'bool' || condition.family === 'unknown';
    for (const value of isAboutPresence ? [] : condition.values) {
      if ('glob' in value && value.glob.kind !== 'exact' && ++patterns > MOST_PATTERNS) {
        complete = false;
        break;
      }
      const mine = runsOfValue(value);
      if (mine === undefined) complete = false;
      else runs.push(...mine);
    }
    found = { runs: runsOf(runs), complete };
    matchedBy.set(condition, found);
  }
  return found;
}

/** Cuts the addresses of one family; `mask` has a bit for each condition that holds some value with the address. */
function cut(version: 4 | 6, all: readonly Matched[], found: Map<bigint, AddressRun[]>): void {
  const edges: { readonly at: bigint; readonly bit: bigint }[] = [];
  for (const [index, { runs }] of all.entries()) {
    const bit = 1n << BigInt(index);
    for (const run of runs) if (run.version === version) edges.push({ at: run.first, bit }, { at: run.last + 1n, bit });
  }
  edges.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const end = 1n << BigInt(widths[version]);
  let mask = 0n;
  let first = 0n;
  const close = (upTo: bigint): void => {
    if (upTo === first) return;
    const runs = found.get(mask);
    if (runs === undefined) found.set(mask, [{ version, first, last: upTo - 1n }]);
    else runs.push({ version, first, last: upTo - 1n });
    first = upTo;
  };
  for (const { at, bit } of edges) {
    close(at);
    mask ^= bit;
  }
  close(end);
}

/** Plain addresses to show for a region that has them: somebody's, and none that stands for documentation or tests. */
const plain = ['51.7.7.7', '8.8.7.7', '100.20.7.7', '198.17.7.7', '2a00:7777::7'].flatMap((text) => {
  const [run] = addressesLike(text) ?? [];
  return run === undefined ? [] : [{ text, run }];
});

function addressIn(runs: readonly AddressRun[]): string {
  const known = plain.find(({ run: { version, first } }) =>
    runs.some((run) => run.version === version && run.first <= first && first <= run.last),
  );
  if (known !== undefined) return known.text;
  let widest = runs[0];
  for (const run of runs)
    if (widest === undefined || (run.version === widest.version && run.last - run.first > widest.last - widest.first))
      widest = run;
  if (widest === undefined) return '51.7.7.7';
  return addressText({
    version: widest.version,
    value: widest.last - widest.first > 1n ? widest.first + 1n : widest.first,
  });
}

const ids = new WeakMap<CompiledCondition, number>();
let lastId = 0;
const cuts = new WeakMap<CompiledCondition, Map<string, Regions>>();
const uncut: Regions = {
  regions: [{ runs: runsOf(addressesLike('*') ?? []), address: '51.7.7.7' }],
  complete: true,
};

/**
 * The regions that conditions on one key cut the IPv4 and the IPv6 addresses into, in the order of their addresses. The
 * order of conditions, ranges that are split, given twice or nested, and how they are written make no difference.
 */
export function regionsOf(conditions: readonly CompiledCondition[]): Regions {
  const [first] = conditions;
  if (first === undefined) return uncut;
  const key = conditions
    .map((condition) => {
      const id = ids.get(condition) ?? ++lastId;
      ids.set(condition, id);
      return id;
    })
    .join();
  let mine = cuts.get(first);
  if (mine === undefined) cuts.set(first, (mine = new Map<string, Regions>()));
  let found = mine.get(key);
  if (found === undefined) {
    const all = conditions.map(matched);
    const byMask = new Map<bigint, AddressRun[]>();
    cut(4, all, byMask);
    cut(6, all, byMask);
    found = {
      regions: [...byMask.values()].map((runs) => ({ runs, address: addressIn(runs) })),
      complete: all.every((one) => one.complete),
    };
    mine.set(key, found);
  }
  return found;
}
