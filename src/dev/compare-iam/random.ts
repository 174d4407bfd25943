/** Random choices that a seed repeats. */
export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(values: readonly T[]) => T;
  readonly some: <T>(values: readonly T[], least: number, most: number) => T[];
}

/** Mulberry32: small, and good enough to spread over a list. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(values: readonly T[]): T => {
    if (values.length === 0) throw new RangeError('nothing to pick from');
    return values[below(values.length)] as T;
  };
  return {
    below,
    chance: (probability) => next() < probability,
    pick,
    some: (values, least, most) => Array.from({ length: least + below(most - least + 1) }, () => pick(values)),
  };
}
