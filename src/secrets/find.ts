import { Budget } from './budget.ts';
import { decodeBase64, encodedParts, textOf } from './decode.ts';
import { classifyPair } from './pair.ts';
import { secretlint } from './library.ts';
import { jsonPairs } from './json-pairs.ts';
import { assignedPairs } from './pairs.ts';
import { knownFormats } from './patterns.ts';
import { templateFinds, type TemplateFinds } from './template.ts';
import type { Hit, Pair, SecretFinding, SecretPlace } from './types.ts';

export type { Confidence, SecretFinding, SecretPlace } from './types.ts';

/** A named value: an environment variable, a parameter, an output. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

export interface SecretOptions {
  /**
   * `user-data`: the text is base64 as EC2 gives it, and may be packed by gzip. `template`: it is a CloudFormation template,
   * in which functions give values. Default `text`.
   */
  readonly source?: 'text' | 'user-data' | 'template' | undefined;
}

type Examine = (text: string) => Hit[];

const deepest = 3;

/** The last group is of encoded parts, each of which may hold secrets of several kinds. */
const isSamePart = (one: Ranked, other: Ranked): boolean =>
  one.rank === 2 && other.rank === 2 && one.hit.start === other.hit.start && one.hit.end === other.hit.end;

interface Ranked {
  readonly hit: Hit;
  readonly rank: number;
}

/** Of hits that overlap keeps the one of the earlier group, which says more about it, and in a group the one that begins first. */
function withoutOverlaps(...groups: readonly (readonly Hit[])[]): Hit[] {
  const ranked = groups.flatMap((hits, rank) => hits.map((hit) => ({ hit, rank })));
  const kept: Ranked[] = [];
  for (const each of ranked.sort((a, b) => a.hit.start - b.hit.start)) {
    const previous = kept.at(-1);
    if (previous === undefined || each.hit.start >= previous.hit.end || isSamePart(each, previous)) kept.push(each);
    else if (each.rank < previous.rank) kept[kept.length - 1] = each;
  }
  return kept.map(({ hit }) => hit);
}

/** Secrets known by their names, in a text and, for JSON, in the documents that stand as values in it. */
function named(text: string): Hit[] {
  const pairs = jsonPairs(text);
  if (pairs === undefined) return judgeAll(assignedPairs(text));
  // Quotes in quotes double their escapes, so a document cannot stand in documents very often.
  const nested = pairs.filter(({ value }) => isDocument(value));
  return [
    ...judgeAll(pairs),
    ...nested.flatMap(({ value, offset }) =>
      named(value).map((hit) => ({ ...hit, start: offset, end: offset + value.length })),
    ),
  ];
}

function judgeAll(pairs: readonly Pair[]): Hit[] {
  return pairs.flatMap(({ name, value, offset }) => {
    const judged = classifyPair(name, value);
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

/** What an examination found out beside secrets, and how far it may still go. */
interface Notes {
  readonly budget: Budget;
  /** Why something could not be looked into. */
  problem?: RangeError | undefined;
}

/** All secrets of some texts. Those in an encoded part are told to be where that part is, one of each kind. */
function scan(
  texts: readonly string[],
  byRules: Examine,
  notes: Notes,
  { depth = 0, template = false }: { depth?: number; template?: boolean } = {},
): Hit[][] {
  const known = knownIn(texts, byRules);
  const trees = template ? texts.map((text) => treeOf(text, notes)) : [];
  const parts = texts.flatMap((text, owner) => {
    const found = encodedParts(text, notes.budget);
    notes.problem ??= found.problems[0];
    return [...found.parts, ...(trees[owner]?.parts ?? [])].map((part) => ({ ...part, owner }));
  });
  if (depth >= deepest && parts.length > 0) {
    notes.problem ??= new RangeError(`a part is encoded more than ${deepest} times, so it was not examined`);
    parts.length = 0;
  }
  const inParts =
    parts.length === 0
      ? []
      : scan(
          parts.map(({ text }) => text),
          byRules,
          notes,
          { depth: depth + 1 },
        );
  const values: Hit[][] = texts.map(() => []);
  const bodies: Hit[][] = texts.map(() => []);
  for (const [index, { owner, start, end, body }] of parts.entries()) {
    for (const hit of oneOfEachKind(inParts[index] ?? []))
      (body ? bodies : values)[owner]?.push({ ...hit, start, end });
  }
  return texts.map((text, index) =>
    withBodies(
      withoutOverlaps(known[index] ?? [], [...named(text), ...(trees[index]?.hits ?? [])], values[index] ?? []),
      bodies[index] ?? [],
    ),
  );
}

/** What cannot be looked into as a template is examined as a text all the same. */
function treeOf(text: string, notes: Notes): TemplateFinds | undefined {
  let finds: TemplateFinds | undefined;
  try {
    finds = templateFinds(text);
    for (const part of finds.parts) notes.budget.text(part.text.length);
    return finds;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    notes.problem ??= error;
    return finds && { hits: finds.hits, parts: [] };
  }
}

const oneOfEachKind = (hits: readonly Hit[]): Hit[] => [...new Map(hits.map((hit) => [hit.kind, hit])).values()];

/** Adds what was found in the bodies of parts, but for what was seen there undecoded too. */
function withBodies(plain: Hit[], bodies: readonly Hit[]): Hit[] {
  if (bodies.length === 0) return plain;
  const seen = ({ kind, start, end }: Hit): boolean =>
    plain.some((hit) => hit.kind === kind && hit.start >= start && hit.end <= end);
  return [...plain, ...bodies.filter((hit) => !seen(hit))].sort((a, b) => a.start - b.start);
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

function inText(text: string, byRules: Examine, budget: Budget, template = false): SecretFinding[] {
  const starts = lineStarts(text);
  const notes: Notes = { budget };
  const [hits = []] = scan([text], byRules, notes, { template });
  if (hits.length === 0 && notes.problem !== undefined) throw notes.problem;
  return hits.map(({ kind, confidence, start }) => ({
    kind,
    where: placeIn(starts, start),
    confidence,
  }));
}

function inValues(values: readonly NamedValue[], byRules: Examine): SecretFinding[] {
  const notes: Notes = { budget: new Budget() };
  const found = scan(
    values.map(({ value }) => value),
    byRules,
    notes,
  );
  const telling = knownIn(
    values.map(({ name }) => name),
    byRules,
  );
  const secrets = values.flatMap(({ name, value }, index): SecretFinding[] => {
    // A name that is a secret itself must not be repeated.
    const where = { name: telling[index]?.length ? `#${index + 1}` : name };
    const hits = found[index] ?? [];
    const judged = hits.length === 0 ? classifyPair(name, value) : undefined;
    const kinds = new Map((judged === undefined ? hits : [judged]).map((hit) => [hit.kind, hit.confidence]));
    return [...kinds].map(([kind, confidence]) => ({ kind, where, confidence }));
  });
  if (secrets.length === 0 && notes.problem !== undefined) throw notes.problem;
  return secrets;
}

/**
 * Looks for secrets in a text or in named values: known formats (secretlint's rules and more), and values that are strong or well known under
 * telling names. It looks into base64, gzip, MIME parts, JSON and scripts inside values. A finding says the kind, the place and how sure it
 * is; never the value nor any part of it. In a text, what is found inside an encoded part is told to be where the part begins.
 *
 * Throws a RangeError when nothing was found and something could not be examined, e.g. packed data that cannot be unpacked or more
 * parts than are looked into: what was not examined is not clean.
 *
 * Does no I/O but loads its rules on first use, and takes time in proportion to the length of what it is given and of what stands
 * encoded in it, of which no more than a few megabytes are read: see budget.ts.
 */
export async function findSecrets(
  input: string | Uint8Array | readonly NamedValue[],
  options: SecretOptions = {},
): Promise<SecretFinding[]> {
  // Loading the rules takes longer than most examinations.
  if (input.length === 0) return [];
  const byRules = await secretlint();
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) return inValues(input, byRules);
  const budget = new Budget();
  if (typeof input !== 'string') return inText(textOf(input, budget), byRules, budget);
  if (options.source === 'template') return inText(input, byRules, budget, true);
  const text = options.source === 'user-data' ? decodeBase64(input, budget) : undefined;
  return inText(text ?? input, byRules, budget);
}
