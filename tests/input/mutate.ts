/** Numbers that are the same for the same seed (mulberry32), 0 to below 1. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

const below = (random: Random, end: number): number => Math.floor(random() * end);
const oneOf = <T>(random: Random, all: readonly T[]): T => {
  const found = all[below(random, all.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};

/** Spoils bytes: flips, deletes, doubles, inserts, swaps, cuts off. */
export function spoilBytes(bytes: Buffer, random: Random): Buffer {
  const at = below(random, bytes.length);
  const end = Math.min(bytes.length, at + 1 + below(random, 40));
  const before = bytes.subarray(0, at);
  const piece = bytes.subarray(at, end);
  const after = bytes.subarray(end);
  switch (below(random, 7)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << below(random, 8));
      return flipped;
    }
    case 1:
      return Buffer.concat([before, after]);
    case 2:
      return Buffer.concat([before, piece, piece, after]);
    case 3:
      return Buffer.concat([before, Buffer.from(oneOf(random, strange)), piece, after]);
    case 4:
      return before;
    case 5:
      return Buffer.concat([after, before, piece]);
    default:
      return Buffer.concat([bytes.subarray(0, at), bytes]);
  }
}

const strange = [
  '\0',
  '\u{feff}',
  '\r\n',
  '{',
  ']',
  '"',
  '\\',
  '[[[[',
  '&a [*a]',
  '-1e999',
  '\ud800',
  ': ',
  '- ',
  '*a',
  '!!binary ',
];

/** Values of every type, and those that trip readers up. */
const values: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  'x',
  '2026-02-30T00:00:00Z',
  '\ud800',
  'constructor',
  [],
  [[]],
  [null],
  {},
  { length: 3 },
  { toString: 1, valueOf: 1 },
  JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
];

/** A copy with one value, somewhere in it, swapped, taken out or doubled. */
export function spoilValue(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.15) return oneOf(random, values);
  if (Array.isArray(value)) {
    const list = value as readonly unknown[];
    if (list.length === 0) return [oneOf(random, values)];
    const at = below(random, list.length);
    const spoilt = spoilValue(list[at], random);
    return oneOf(random, [
      () => list.toSpliced(at, 1),
      () => [...list, list[at]],
      () => list.with(at, spoilt),
      () => list.with(at, spoilt),
      () => list.toReversed(),
    ])();
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return { x: oneOf(random, values) };
  const at = below(random, entries.length);
  const [name = '', of] = entries[at] ?? [];
  const spoilt = spoilValue(of, random);
  return Object.fromEntries(
    oneOf(random, [
      () => entries.toSpliced(at, 1),
      () => entries.with(at, [name, spoilt] as [string, unknown]),
      () => entries.with(at, [name, spoilt] as [string, unknown]),
      () => entries.with(at, [oneOf(random, ['__proto__', 'constructor', 'x', '']), of] as [string, unknown]),
    ])(),
  );
}
