import { decodeBase64, encodedParts, textOf } from './decode.ts';
import { judgePair } from './judge.ts';
import { secretlint } from './library.ts';
import { jsonPairs } from './json-pairs.ts';
import { assignedPairs } from './pairs.ts';
import { knownFormats } from './patterns.ts';
import type { Hit, Pair, SecretFinding, SecretPlace } from './types.ts';

export type { Confidence, SecretFinding, SecretPlace } from './types.ts';

/** A named value: an environment variable, a parameter, an output. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

export interface SecretOptions {
  /** `user-data`: the text is base64 as EC2 gives it, and may be packed by gzip. Default `text`. */
  readonly source?: 'text' | 'user-data' | undefined;
}

type Examine = (text: string) => Hit[];

const deepest = 3;

/** Of hits that overlap keeps the one of the earlier group, which says more about it, and in a group the one that begins first. */
function withoutOverlaps(...groups: readonly (readonly Hit[])[]): Hit[] {
  const ranked = groups.flatMap((hits, rank) => hits.map((hit) => ({ hit, rank })));
  const kept: { hit: Hit; rank: number }[] = [];
  for (const each of ranked.sort((a, b) => a.hit.start - b.hit.start)) {
    const previous = kept.at(-1);
    if (previous === undefined || each.hit.start >= previous.hit.end) kept.push(each);
    else if (each.rank < previous.rank) kept[kept.length - 1] = each;
  }
  return kept.map(({ hit }) => hit);
}

/** Secrets known by their names, in a text and, for JSON, in the documents that stand as values in it. */
function named(text: string, depth: number): Hit[] {
  const pairs = jsonPairs(text);
  if (pairs === undefined) return judgeAll(assignedPairs(text));
  const nested = pairs.filter(({ value }) => depth < deepest && isDocument(value));
  return [
    ...judgeAll(pairs),
    ...nested.flatMap(({ value, offset }) =>
      named(value, depth + 1).map((hit) => ({ ...hit, start: offset, end: offset + value.length })),
    ),
  ];
}

function judgeAll(pairs: readonly Pair[]): Hit[] {
  return pairs.flatMap(({ name, value, offset }) => {
    const judged = judgePair(name, value);
    return judged === undefined ? [] : [{ ...judged, start: offset, end: offset + value.length }];
  });
}

/** A line with a NUL keeps joined texts apart. */
const border = '\n\0\n';

/** Secrets of a known form in several texts. They are examined together, since a rule costs more to start than to run. */
function knownIn(texts: readonly string[], byRules: Examine): Hit[][] {
  const joined = texts.length === 1 ? (texts[0] ?? '') : texts.join(border);
  const hits = [...byRules(joined), ...knownFormats(joined)].sort((a, b) => a.start - b.start);
  let at = 0;
  let start = 0;
  return texts.map((text) => {
    const own: Hit[] = [];
    for (let hit = hits[at]; hit !== undefined && hit.start < start + text.length; hit = hits[(at += 1)]) {
      own.push({ ...hit, start: hit.start - start, end: Math.min(hit.end - start, text.length) });
    }
    start += text.length + border.length;
    return own;
  });
}

/** All secrets of some texts. Those in an encoded part are told to be where that part is. */
function scan(texts: readonly string[], byRules: Examine, depth: number): Hit[][] {
  const known = knownIn(texts, byRules);
  const parts = texts.flatMap((text, owner) =>
    depth < deepest ? encodedParts(text).map((part) => ({ ...part, owner })) : [],
  );
  const inParts =
    parts.length === 0
      ? []
      : scan(
          parts.map(({ text }) => text),
          byRules,
          depth + 1,
        );
  const encoded: Hit[][] = texts.map(() => []);
  for (const [index, { owner, start, end }] of parts.entries()) {
    for (const hit of inParts[index] ?? []) encoded[owner]?.push({ ...hit, start, end });
  }
  return texts.map((text, index) => withoutOverlaps(known[index] ?? [], named(text, depth), encoded[index] ?? []));
}

/** A value with a text of its own in it: a script, a JSON document, options of a program. */
function isDocument(value: string): boolean {
  return value.length > 8 && /\n|=|^\s*[{[]/.test(value);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeIn(starts: readonly number[], offset: number): SecretPlace {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

function inText(text: string, byRules: Examine): SecretFinding[] {
  const starts = lineStarts(text);
  return (scan([text], byRules, 0)[0] ?? []).map(({ kind, confidence, start }) => ({
    kind,
    where: placeIn(starts, start),
    confidence,
  }));
}

function inValues(values: readonly NamedValue[], byRules: Examine): SecretFinding[] {
  const found = scan(
    values.map(({ value }) => value),
    byRules,
    0,
  );
  const telling = knownIn(
    values.map(({ name }) => name),
    byRules,
  );
  return values.flatMap(({ name, value }, index) => {
    // A name that is a secret itself must not be repeated.
    const where = { name: telling[index]?.length ? `#${index + 1}` : name };
    const hits = found[index] ?? [];
    const judged = hits.length === 0 ? judgePair(name, value) : undefined;
    const kinds = new Map((judged === undefined ? hits : [judged]).map((hit) => [hit.kind, hit.confidence]));
    return [...kinds].map(([kind, confidence]) => ({ kind, where, confidence }));
  });
}

/**
 * Looks for secrets in a text or in named values: known formats (secretlint's rules and more), and values that are strong or well known under
 * telling names. It looks into base64, gzip, JSON and scripts inside values. A finding says the kind, the place and how sure it is; never the
 * value nor any part of it. In a text, what is found inside an encoded part is told to be where the part begins.
 *
 * Throws a RangeError when packed data cannot be unpacked: what was not examined is not clean.
 *
 * Does no I/O but loads its rules on first use, and takes time in proportion to the length of what it is given.
 */
export async function findSecrets(
  input: string | Uint8Array | readonly NamedValue[],
  options: SecretOptions = {},
): Promise<SecretFinding[]> {
  const byRules = await secretlint();
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) {
    return inValues(input, byRules);
  }
  if (typeof input !== 'string') return inText(textOf(input), byRules);
  return inText(options.source === 'user-data' ? (decodeBase64(input) ?? input) : input, byRules);
}
