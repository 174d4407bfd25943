import { decodeBase64, encodedParts, textOf } from './decode.ts';
import { judgePair } from './judge.ts';
import { secretlint } from './library.ts';
import { pairsOf } from './pairs.ts';
import { knownFormats } from './patterns.ts';
import type { Hit, SecretFinding, SecretPlace } from './types.ts';

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

/** Of hits that overlap keeps the most certain one, and of equals the one found by the more special rule, which comes first. */
function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of [...hits].sort((a, b) => a.start - b.start)) {
    const previous = kept.at(-1);
    if (previous === undefined || hit.start >= previous.end) kept.push(hit);
    else if (hit.confidence === 'high' && previous.confidence === 'medium') kept[kept.length - 1] = hit;
  }
  return kept;
}

/** Secrets known by their names, in a text and in the documents that stand as values in it. */
function named(text: string, depth: number): Hit[] {
  return pairsOf(text).flatMap(({ name, value, offset }) => {
    const end = offset + value.length;
    const judged = judgePair(name, value);
    if (judged !== undefined) return [{ ...judged, start: offset, end }];
    if (depth >= deepest || !isDocument(value)) return [];
    return named(value, depth + 1).map((hit) => ({ ...hit, start: offset, end }));
  });
}

/** All secrets of a text. Those in an encoded part are told to be where that part is. */
function scan(text: string, library: Examine, depth: number): Hit[] {
  const parts = depth < deepest ? encodedParts(text) : [];
  const encoded = parts.flatMap(({ text: content, start, end }) =>
    scan(content, library, depth + 1).map((hit) => ({ ...hit, start, end })),
  );
  return withoutOverlaps([...library(text), ...knownFormats(text), ...named(text, depth), ...encoded]);
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

function inText(text: string, library: Examine): SecretFinding[] {
  const starts = lineStarts(text);
  return scan(text, library, 0).map(({ kind, confidence, start }) => ({
    kind,
    where: placeIn(starts, start),
    confidence,
  }));
}

/** Names and values examined together, since a rule costs more to start than to run; a line with a NUL keeps them apart. */
const border = '\n\0\n';

function inValues(values: readonly NamedValue[], library: Examine): SecretFinding[] {
  const texts = [...values.map(({ value }) => value), ...values.map(({ name }) => name)];
  const joined = texts.join(border);
  const ends: number[] = [];
  for (const text of texts) ends.push((ends.at(-1) ?? -border.length) + border.length + text.length);
  const known = new Map<number, Hit[]>();
  let index = 0;
  for (const hit of withoutOverlaps([...library(joined), ...knownFormats(joined)])) {
    while ((ends[index] ?? Infinity) < hit.start) index += 1;
    known.set(index, [...(known.get(index) ?? []), hit]);
  }
  return values.flatMap(({ name, value }, at) => {
    // A name that is a secret itself must not be repeated.
    const where = { name: known.has(values.length + at) ? `#${at + 1}` : name };
    const kinds = new Map(inValue(name, value, known.get(at) ?? [], library).map((hit) => [hit.kind, hit.confidence]));
    return [...kinds].map(([kind, confidence]) => ({ kind, where, confidence }));
  });
}

function inValue(
  name: string,
  value: string,
  known: readonly Hit[],
  library: Examine,
): Pick<Hit, 'kind' | 'confidence'>[] {
  const encoded = encodedParts(value).flatMap(({ text }) => scan(text, library, 1));
  const found = [...known, ...(isDocument(value) ? named(value, 1) : []), ...encoded];
  const judged = found.length === 0 ? judgePair(name, value) : undefined;
  return judged === undefined ? found : [judged];
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
  const library = await secretlint();
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) {
    return inValues(input, library);
  }
  if (typeof input !== 'string') return inText(textOf(input), library);
  return inText(options.source === 'user-data' ? (decodeBase64(input) ?? input) : input, library);
}
