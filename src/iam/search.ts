import type { CompiledCondition } from './condition-types.ts';
import type { Lookup } from './condition.ts';
import { globOf, instantiate, type Piece } from './glob.ts';
import { addressIn } from './ip.ts';
import { type KeyState, MAYBE, NO, type Tri, YES } from './types.ts';

/** A choice for a key: its values, none for leaving it out. */
export type Choice = readonly string[];

/** Values of a key worth trying, and whether they stand for all values there are. */
export interface Choices {
  readonly choices: readonly Choice[];
  readonly complete: boolean;
}

/** A value that no policy mentions. */
export const FRESH = 'x-unlisted';

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
        found.add(addressIn(value.cidr, value.cidr.bits >= (value.cidr.version === 4 ? 31 : 127) ? 0n : 1n));
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
  const address = conditions.some((condition) => condition.family === 'ip');
  return { choices: [...found, ...(address ? ['198.18.7.7'] : [FRESH])].map((value) => [value]), complete };
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
  return { choices: [...choices.slice(0, -1), ...together, [], ...choices.slice(-1)], complete };
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
  /** How many decisions may be made before the answer is "open". */
  readonly budget?: number;
}

export interface SearchResult {
  readonly result: Tri;
  /** What was chosen for the best result. */
  readonly chosen: ReadonlyMap<string, Choice>;
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
  if (first !== MAYBE) return { result: first, chosen };
  const conditions = options.conditions();
  const keys = chosenKeys(conditions, base);
  let budget = options.budget ?? 2000;
  let best: { result: Tri; chosen: ReadonlyMap<string, Choice> } = { result: NO, chosen };
  const known = new Map<string, Choices>();
  const choicesOf = (key: string): Choices => {
    let found = known.get(key);
    if (found === undefined) {
      const mine = conditions.filter((condition) => condition.key === key);
      found = options.domain === undefined ? choicesFor(mine) : options.domain(key, mine);
      known.set(key, found);
    }
    return found;
  };
  const visit = (depth: number): Tri => {
    const result = options.decide(lookup);
    if (result === NO) return NO;
    const key = keys[depth];
    if (result === YES || key === undefined) {
      if (result > best.result) best = { result, chosen: new Map(chosen) };
      return result;
    }
    const { choices, complete } = choicesOf(key);
    let found: Tri = NO;
    for (const choice of choices) {
      if (budget-- <= 0) return MAYBE;
      chosen.set(key, choice);
      const inner = visit(depth + 1);
      chosen.delete(key);
      if (inner === YES) return YES;
      if (inner > found) found = inner;
    }
    return complete ? found : MAYBE;
  };
  const result = visit(0);
  return { result, chosen: best.result === result ? best.chosen : new Map() };
}

/** Keys of the conditions, and of variables in them, that are the caller's to choose. */
function chosenKeys(conditions: readonly CompiledCondition[], lookup: Lookup): string[] {
  const keys = new Set<string>();
  const add = (key: string): void => {
    if (lookup(key).is === 'caller') keys.add(key);
  };
  for (const condition of conditions) {
    add(condition.key);
    for (const value of condition.values) {
      if (!('template' in value)) continue;
      for (const piece of value.template.pieces) if (typeof piece === 'object') add(piece.variable);
    }
  }
  return [...keys];
}

export const stateOf = (values: Choice): KeyState => (values.length === 0 ? { is: 'absent' } : { is: 'known', values });
