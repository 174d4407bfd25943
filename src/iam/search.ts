import type { CompiledCondition } from './condition-types.ts';
import { evaluateCondition, type Lookup, uncommonValues } from './condition.ts';
import { globOf, instantiate, type Piece } from './glob.ts';
import { regionsOf } from './regions.ts';
import { and } from './tri.ts';
import { MAYBE, NO, type Tri, YES } from './types.ts';

/** A choice for a key: its values, none for leaving it out. */
export type Choice = readonly string[];

/** Values of a key worth trying, and whether they stand for all values there are. */
export interface Choices {
  readonly choices: readonly Choice[];
  readonly complete: boolean;
  /**
   * Whether it suffices that these choices pass, each with some values of the other keys. Left out: any one does. Has to
   * hold of more whenever it holds of fewer.
   */
  readonly enough?: (passing: readonly Choice[]) => boolean;
}

/** A value that no policy mentions. */
export const FRESH = 'x-unlisted';

/** A list longer than this is not tried to its end, in whatever order. */
const MOST_SORTED = 5000;

function patternsOf(conditions: readonly CompiledCondition[]): Choices {
  const found = new Set<string>();
  const wild = new Set<string>();
  let complete = true;
  const starts: string[] = [];
  const ends: string[] = [];
  for (const condition of conditions) {
    for (const value of condition.values) {
      if ('bad' in value) complete = false;
      else if ('template' in value) {
        // try the variable's place filled with nothing in particular; what else may fit is not known
        found.add(
          instantiate(globOf(value.template.pieces.filter((piece): piece is Piece => typeof piece !== 'object')), 'x'),
        );
        complete = false;
      } else if ('cidr' in value) {
        continue;
      } else if ('number' in value) {
        if (condition.family === 'date') {
          for (const shift of [-1000, 0, 1000]) found.add(new Date(value.number + shift).toISOString());
        } else {
          for (const shift of [-1, 0, 1]) found.add(String(value.number + shift));
        }
      } else if (condition.family === 'bool' || condition.family === 'null') {
        continue;
      } else {
        const text = value.text;
        if (/[*?]/.test(text) && (condition.comparison === 'like' || condition.family === 'arn')) {
          wild.add(text);
          found.add(text.replaceAll('*', 'x').replaceAll('?', 'x'));
          found.add(text.replaceAll('*', '').replaceAll('?', 'x'));
          starts.push(text.slice(0, text.search(/[*?]/)));
          ends.push(text.slice(Math.max(text.lastIndexOf('*'), text.lastIndexOf('?')) + 1));
        } else {
          found.add(text);
        }
      }
    }
  }
  if (wild.size > 1) {
    // patterns on one key may have to hold together: join the start of one with the end of another
    for (const start of starts.slice(0, 8)) for (const end of ends.slice(0, 8)) found.add(start + end);
    complete = false;
  }
  if (conditions.some((condition) => condition.family === 'bool')) {
    found.add('true');
    found.add('false');
  }
  const ranges = conditions.filter((condition) => condition.family === 'ip');
  if (ranges.length > 0) for (const { address } of regionsOf(ranges).regions) found.add(address);
  // in an order that has nothing to do with that of statements and values
  const sorted = found.size > MOST_SORTED ? [...found] : [...found].sort();
  return { choices: [...sorted, FRESH].map((value) => [value]), complete };
}

/** How many choices to try for documents of so many statements: a bound on time, above which the answer is "open". */
export const searchBudget = (statements: number): number =>
  Math.max(20, Math.min(2000, Math.floor(2_000_000 / (statements + 1))));

/** Values of a key that the given conditions on it tell apart, with leaving the key out. */
export function choicesFor(mine: readonly CompiledCondition[]): Choices {
  const { choices, complete } = patternsOf(mine);
  const several = mine.some((condition) => condition.quantifier !== undefined) && choices.length > 2;
  // all mentioned values at once serve two ForAnyValue conditions on the same key
  const together = several ? [choices.slice(0, -1).flat()] : [];
  const mentioned = [...choices.slice(0, -1), ...together];
  const others = [[], ...choices.slice(-1)];
  // what nothing mentions passes a long list of exceptions; it should not have to wait for the end of the list
  return { choices: [...mentioned.slice(0, 16), ...others, ...mentioned.slice(16)], complete };
}

export interface SearchOptions {
  /** The keys that are chosen, asked in lower case. */
  readonly lookup: Lookup;
  /** Narrows or replaces what may be chosen for a key. */
  readonly domain?: ((key: string, conditions: readonly CompiledCondition[]) => Choices) | undefined;
  /** The request, decided under a lookup; the conditions that were open are collected when asked. */
  readonly decide: (lookup: Lookup) => Tri;
  /** All conditions that may matter to the decision, to find the values worth trying. */
  readonly conditions: () => readonly CompiledCondition[];
  /** Further keys to choose, for policy variables outside of conditions. */
  readonly variables?: () => Iterable<string>;
  /** How many decisions may be made before the answer is "open". */
  readonly budget?: number;
}

/** Comparisons that one search may cost: a bound on time for statements with thousands of keys or values. */
const MOST_WORK = 4_000_000;
/** So many choices are tried before it is worth while to look at each key by itself. */
const FEW_TRIES = 64;
/** With more keys than this a guess is worth while before combinations are tried. */
const MANY_KEYS = 12;
const MOST_GUESSES = 40;

export interface SearchResult {
  readonly result: Tri;
  /** What was chosen for the best result. */
  readonly chosen: ReadonlyMap<string, Choice>;
  /** The bound on work was met: there were combinations left to try. */
  readonly exhausted: boolean;
}

/**
 * Looks for values of the keys that the caller chooses under which the request passes. Because an undecided key only
 * ever makes a decision open, a definite "no" needs no further choices, and the search stays small.
 */
export function search(options: SearchOptions): SearchResult {
  const chosen = new Map<string, Choice>();
  const base = options.lookup;
  const lookup: Lookup = (key) => {
    const choice = chosen.get(key);
    if (choice !== undefined) return choice.length === 0 ? { is: 'absent' } : { is: 'known', values: choice };
    return base(key);
  };
  const first = options.decide(lookup);
  if (first !== MAYBE) return { result: first, chosen, exhausted: false };
  const conditions = options.conditions();
  // in an order of their own: what is found within the bound on work must not depend on how the policy is written
  const keys = chosenKeys(conditions, base, options.variables?.() ?? []).sort();
  const byKey = new Map<string, CompiledCondition[]>();
  let work = 1;
  for (const condition of conditions) {
    const mine = byKey.get(condition.key);
    if (mine === undefined) byKey.set(condition.key, [condition]);
    else mine.push(condition);
    work += 1 + condition.values.length / 8;
  }
  const most = Math.min(options.budget ?? 2000, Math.max(20, Math.floor(MOST_WORK / work)));
  let budget = Math.min(most, FEW_TRIES);
  let exhausted = false;
  let best: { result: Tri; chosen: ReadonlyMap<string, Choice> } = { result: NO, chosen };
  const known = new Map<string, Choices>();
  const choicesOf = (key: string): Choices => {
    let found = known.get(key);
    if (found === undefined) {
      const mine = byKey.get(key) ?? [];
      found = options.domain === undefined ? choicesFor(mine) : options.domain(key, mine);
      known.set(key, found);
    }
    return found;
  };
  // of keys of which several values have to pass, each value has to find values of the others for itself
  const isWeighed = (key: string): boolean => choicesOf(key).enough !== undefined;
  const weighed = keys.filter(isWeighed);
  let keysInOrder = weighed.length === 0 ? keys : [...weighed, ...keys.filter((key) => !isWeighed(key))];
  /** Leaves out choices that are refused whatever the other keys are; false when that leaves nothing for some key. */
  const narrow = (): boolean => {
    for (const key of keys) {
      const domain = choicesOf(key);
      const left = domain.choices.filter((choice) => {
        budget--;
        chosen.set(key, choice);
        const result = options.decide(lookup);
        chosen.delete(key);
        return result !== NO;
      });
      if (domain.complete && !(domain.enough?.(left) ?? left.length > 0)) return false;
      known.set(key, { ...domain, choices: left });
    }
    return true;
  };
  const visit = (depth: number): Tri => {
    const result = options.decide(lookup);
    if (result === NO) return NO;
    const key = keysInOrder[depth];
    if (result === YES || key === undefined) {
      if (result > best.result) best = { result, chosen: new Map(chosen) };
      return result;
    }
    if (depth === weighed.length && guess(keysInOrder.slice(depth))) return YES;
    const domain = choicesOf(key);
    const { enough, complete } = domain;
    const found = enough === undefined ? visitAny(depth, key, domain.choices) : visitAll(depth, key, domain, enough);
    if (found === YES || complete || exhausted) return found;
    // Other values might pass, unless none can: then it is refused with the key left open, too.
    return found === NO ? visit(depth + 1) : MAYBE;
  };
  const visitAny = (depth: number, key: string, choices: readonly Choice[]): Tri => {
    let found: Tri = NO;
    for (const choice of choices) {
      if (budget-- <= 0) {
        exhausted = true;
        return MAYBE;
      }
      chosen.set(key, choice);
      const inner = visit(depth + 1);
      chosen.delete(key);
      if (inner === YES) return YES;
      if (inner > found) found = inner;
    }
    return found;
  };
  const visitAll = (
    depth: number,
    key: string,
    { choices, complete }: Choices,
    enough: (passing: readonly Choice[]) => boolean,
  ): Tri => {
    const before = best;
    const passing: Choice[] = [];
    const open: Choice[] = [];
    const shown: Partial<Record<Tri, ReadonlyMap<string, Choice>>> = {};
    for (const [at, choice] of choices.entries()) {
      if (budget-- <= 0) {
        exhausted = true;
        return MAYBE;
      }
      best = { result: NO, chosen };
      chosen.set(key, choice);
      const one = visit(depth + 1);
      chosen.delete(key);
      // where values are not told apart for certain, one that passes proves nothing of those it stands for
      const inner = complete || choice.length === 0 ? one : and(one, MAYBE);
      if (inner !== NO) {
        shown[inner] ??= best.chosen;
        (inner === YES ? passing : open).push(choice);
      }
      if (inner === YES && enough(passing)) {
        best = { result: YES, chosen: shown[YES] ?? new Map() };
        return YES;
      }
      if (inner !== YES && !enough([...passing, ...open, ...choices.slice(at + 1)])) break;
    }
    const result = enough([...passing, ...open]) ? MAYBE : NO;
    best = result > before.result ? { result, chosen: shown[MAYBE] ?? new Map() } : before;
    return result;
  };
  /** Most statements ask for something of each key by itself. */
  const guess = (free: readonly string[]): boolean => {
    if (free.length <= MANY_KEYS) return false;
    for (const key of free) {
      const fits = choicesOf(key)
        .choices.slice(0, MOST_GUESSES)
        .some((choice) => {
          chosen.set(key, choice);
          return (byKey.get(key) ?? []).every((condition) => evaluateCondition(condition, lookup) !== NO);
        });
      if (!fits) chosen.delete(key);
    }
    const passes = options.decide(lookup) === YES;
    if (passes && best.result !== YES) best = { result: YES, chosen: new Map(chosen) };
    for (const key of free) chosen.delete(key);
    return passes;
  };
  let result = visit(0);
  if (exhausted && most > FEW_TRIES) {
    // there is much to try: first what each key leaves by itself, and the keys that leave least
    exhausted = false;
    budget = most;
    best = { result: NO, chosen };
    const isWorthIt = keys.reduce((sum, key) => sum + choicesOf(key).choices.length, 0) < most / 2;
    if (isWorthIt && !narrow()) return { result: NO, chosen, exhausted: false };
    const left = (key: string): number => choicesOf(key).choices.length;
    const rest = keys.filter((key) => !isWeighed(key)).sort((a, b) => left(a) - left(b) || (a < b ? -1 : 1));
    if (isWorthIt) keysInOrder = [...weighed, ...rest];
    result = visit(0);
  }
  return { result, chosen: best.result === result ? best.chosen : new Map(), exhausted: exhausted && result === MAYBE };
}

/** Keys of the conditions, and of variables in them, that are the caller's to choose. */
function chosenKeys(conditions: readonly CompiledCondition[], lookup: Lookup, variables: Iterable<string>): string[] {
  const keys = new Set<string>();
  const add = (key: string): void => {
    if (lookup(key).is === 'caller') keys.add(key);
  };
  for (const condition of conditions) {
    add(condition.key);
    for (const value of uncommonValues(condition)) {
      if (!('template' in value)) continue;
      for (const piece of value.template.pieces) if (typeof piece === 'object') add(piece.variable);
    }
  }
  for (const key of variables) add(key);
  return [...keys];
}
