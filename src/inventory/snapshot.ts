import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AuditError, messageOf } from '../program/errors.ts';
import { decode } from '../text/decode.ts';
import { LineTooLong, Lines, isDeeper } from '../text/lines.ts';
import { readBounded } from '../program/read-file.ts';
import type { CallCounts, CollectionHeader, Listing, ResourceRecord, Watch, Watcher } from './inventory.ts';
import { Inventory, compare } from './inventory.ts';
import {
  WrongShape,
  askedAt,
  countAt,
  countsAt,
  gapAt,
  headerAt,
  listAt,
  objectAt,
  recordAt,
  scopeAt,
  textAt,
  textsAt,
  timeAt,
} from './shape.ts';
import { isRecord } from '../text/record.ts';

/**
 * The snapshot: what was read from an account and what could not be, as NDJSON (gzip when compressed).
 * First line the header, then a line per listing followed by its records, last the trailer with the number of lines and
 * a SHA-256 over all before it: a file that is cut off or changed is never taken for a whole one.
 */
const snapshotVersion = 1;
const format = 'audit-snapshot';

interface HeaderLine {
  format: typeof format;
  version: number;
  header: CollectionHeader;
  collected: string[];
}

type Line =
  | {
      list: [type: string, region: string];
      gap?: Exclude<Listing['result'], { kind: 'present' }>;
      asked?: Listing['asked'];
    }
  | { record: ResourceRecord }
  | { end: Trailer };

interface Trailer {
  lines: number;
  sha256: string;
  complete: boolean;
  finishedAt: string;
  calls: [string, CallCounts][];
}

/** The snapshot's lines, in an order that depends on nothing but its content. */
export function* snapshotLines(inventory: Inventory): Generator<string> {
  const hash = createHash('sha256');
  let lines = 0;
  const line = (value: HeaderLine | Line): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    lines += 1;
    return text;
  };
  yield line({
    format,
    version: snapshotVersion,
    header: inventory.header,
    collected: [...inventory.collected].sort(),
  });
  for (const type of inventory.types) {
    for (const { region, result, asked } of inventory.listings({ key: type })) {
      if (result.kind !== 'present') {
        yield line({ list: [type, region], gap: result, ...(asked === undefined ? {} : { asked }) });
        continue;
      }
      yield line({ list: [type, region], ...(asked === undefined ? {} : { asked }) });
      for (const record of [...result.records].sort((a, b) => compare(a.arn, b.arn))) yield line({ record });
    }
  }
  const end: Trailer = {
    lines,
    sha256: hash.digest('hex'),
    complete: inventory.complete,
    finishedAt: inventory.finishedAt ?? inventory.header.startedAt,
    calls: [...inventory.calls].sort(([a], [b]) => compare(a, b)),
  };
  yield `${JSON.stringify({ end })}\n`;
}

/** What one line may take: all users, roles and policies of a large account are one. */
const mostInLine = 256 * 1_048_576;
/** Compressed, a snapshot is a tenth to a hundredth of its size: more than this is made to fill the memory. */
const mostRatio = 300;
const ratioFrom = 64 * 1_048_576;
const mostDepth = 500;

/**
 * Reads a snapshot file, plain or gzip. Memory and time go with the file's size.
 * @param watch to be told what is read while it is read; what comes of it counts only when the whole could be read
 * @throws AuditError `snapshot` when it cannot be opened, is not one, is of another version, cut off or changed
 */
export async function readSnapshot(file: string, watch?: Watch): Promise<Inventory> {
  const bad: Bad = (what, line, cause) =>
    new AuditError('snapshot', `${file}${line === undefined ? '' : `:${line}`}: ${what}`, {
      hint: what.startsWith(isNone)
        ? 'Snapshots are written by `audit collect --save FILE`. A result in JSON is named by --report, and read by `audit report FILE`.'
        : 'Collect it again with `audit collect --save FILE`.',
      ...(cause === undefined ? {} : { cause }),
    });
  try {
    let digest: string | undefined;
    const inventory = await parseSnapshot(unzipped(bytesOf(file, (found) => (digest = found))), bad, watch);
    inventory.digest = digest;
    return inventory;
  } catch (error) {
    if (error instanceof AuditError) throw error;
    if (error instanceof Unreadable) throw bad(`cannot be read (${messageOf(error.cause)})`, undefined, error.cause);
    throw bad(`is damaged or cut off (${messageOf(error)})`, undefined, error);
  }
}

/** Reads a snapshot held in memory, e.g. the embedded demo account. */
export function snapshotFromText(text: string, name: string): Promise<Inventory> {
  return parseSnapshot(
    Readable.from([Buffer.from(text)]),
    (what, line) => new AuditError('snapshot', `${name}${line === undefined ? '' : `:${line}`}: ${what}`),
  );
}

/** The file could not be read, whatever is in it. */
class Unreadable extends Error {}

/**
 * A file's bytes. A pipe is read whole, for it cannot be waited for otherwise.
 * @param onEnd told the SHA-256 of all of them, when they were all taken
 */
async function* bytesOf(file: string, onEnd: (digest: string) => void): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  try {
    const pieces = (await stat(file)).isFIFO()
      ? [await readBounded(file, 2 ** 31 - 1)]
      : createReadStream(file, { highWaterMark: 1 << 18 });
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      hash.update(piece);
      yield piece;
    }
    onEnd(hash.digest('hex'));
  } catch (error) {
    throw new Unreadable('', { cause: error });
  }
}

/** A file's bytes as they were before gzip, where it is compressed. */
async function* unzipped(pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const first = await pieces.next();
  if (first.done === true) return;
  let read = 0;
  async function* all(piece: Buffer): AsyncGenerator<Buffer> {
    read += piece.length;
    yield piece;
    for await (const next of pieces) {
      read += next.length;
      yield next;
    }
  }
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) return yield* all(first.value);
  const source = Readable.from(all(first.value));
  const stream = source.pipe(createGunzip({ chunkSize: 1 << 18 }));
  // An error of the file must end the decompressor too, or it would be waited for for ever.
  source.on('error', (error) => stream.destroy(error));
  let size = 0;
  try {
    for await (const piece of stream) {
      size += (piece as Buffer).length;
      if (size > ratioFrom && size > mostRatio * read)
        throw new Error(`it unpacks to more than ${mostRatio} times its size`);
      yield piece as Buffer;
    }
  } finally {
    source.destroy();
    stream.destroy();
  }
}

/** How it is said of a file that is something else. */
const isNone = 'is not a snapshot';

type Bad = (what: string, line?: number, cause?: unknown) => AuditError;

/** Reads line by line: a snapshot may be larger than the longest text. @throws whatever the stream fails with */
async function parseSnapshot(pieces: AsyncIterable<Buffer>, bad: Bad, watch?: Watch): Promise<Inventory> {
  const parser = new Parser(bad, watch);
  const lines = new Lines(mostInLine);
  try {
    for await (const piece of pieces) for (const line of lines.push(piece)) parser.line(line);
  } catch (error) {
    if (error instanceof LineTooLong) throw bad(error.message, error.line, error);
    throw error;
  }
  const rest = lines.rest();
  if (rest !== undefined) parser.line(rest);
  return parser.end();
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

class Parser {
  #inventory: Inventory | undefined;
  #records: ResourceRecord[] | undefined;
  #trailer: Trailer | undefined;
  /** Lines that were read, which the trailer counts. */
  #count = 0;
  readonly #hash = createHash('sha256');
  readonly #bad: Bad;

  readonly #watch: Watch | undefined;
  #watcher: Watcher | undefined;
  #listing: Listing | undefined;
  /** Type and region of the listing before, or of this one. */
  #place: readonly [type: string, region: string] | undefined;
  #arn = '';
  /** Types that may still come, sorted as their listings are. */
  #coming: string[] = [];

  constructor(bad: Bad, watch?: Watch) {
    this.#bad = bad;
    this.#watch = watch;
  }

  /** @throws AuditError naming the line */
  line(bytes: Uint8Array): void {
    const line = this.#count + 1;
    if (this.#trailer !== undefined) throw this.#bad('has content after its end', line + 1);
    let value: unknown;
    try {
      // What the first line is in says what the file is.
      const text = this.#inventory === undefined ? decode(bytes) : utf8.decode(bytes);
      if (isDeeper(text, mostDepth)) throw new Error(`is nested deeper than ${mostDepth} levels`);
      value = JSON.parse(text);
    } catch (error) {
      throw this.#inventory === undefined
        ? this.#bad(`${isNone} (${messageOf(error)})`)
        : this.#bad(`is damaged (${messageOf(error)})`, line, error);
    }
    try {
      if (this.#inventory === undefined) {
        this.#inventory = inventoryOf(value, this.#bad);
        this.#watcher = this.#watch?.(this.#inventory);
        this.#coming = [...this.#inventory.collected].sort();
      } else if (isRecord(value) && 'end' in value) {
        this.#tell(undefined);
        this.#trailer = trailerAt(value['end'], 'end');
        return;
      } else this.#add(this.#inventory, objectAt(value, 'the line'));
    } catch (error) {
      if (error instanceof WrongShape) throw this.#bad(`is damaged: ${error.message}`, line, error);
      throw error;
    }
    this.#hash.update(bytes).update('\n');
    this.#count += 1;
  }

  #add(inventory: Inventory, line: Readonly<Record<string, unknown>>): void {
    if ('list' in line) {
      const [type, region] = scopeAt(line['list'], 'list');
      const gap = line['gap'] === undefined ? undefined : gapAt(line['gap'], 'gap');
      const before = this.#place;
      // As they are written: no listing comes twice.
      if (before !== undefined && (compare(before[0], type) || compare(before[1], region)) >= 0)
        throw this.#bad(
          `is out of order: ${type} of ${region} comes after ${before[0]} of ${before[1]}`,
          this.#count + 1,
        );
      this.#tell(type);
      this.#place = [type, region];
      this.#arn = '';
      this.#records = gap === undefined ? [] : undefined;
      const asked = line['asked'] === undefined ? undefined : askedAt(line['asked'], 'asked');
      this.#listing = {
        type,
        region,
        result: gap ?? { kind: 'present', records: this.#records ?? [] },
        ...(asked === undefined ? {} : { asked }),
      };
      inventory.add(this.#listing);
    } else if ('record' in line && this.#records !== undefined) {
      const record = recordAt(line['record'], 'record');
      if (record.arn < this.#arn) throw this.#bad('is out of order: records come by their ARN', this.#count + 1);
      this.#arn = record.arn;
      this.#records.push(record);
    } else throw this.#bad(`has an unexpected line`, this.#count + 1);
  }

  /** The listing before has ended, and the types that sort before `next`. */
  #tell(next: string | undefined): void {
    const watcher = this.#watcher;
    if (watcher === undefined) return;
    if (this.#listing !== undefined) watcher.listed(this.#listing);
    this.#listing = undefined;
    this.#records = undefined;
    let ended = 0;
    for (let type = this.#coming[ended]; type !== undefined; type = this.#coming[ended]) {
      if (next !== undefined && type >= next) break;
      ended += 1;
      watcher.complete(type);
    }
    this.#coming.splice(0, ended);
  }

  end(): Inventory {
    const inventory = this.#inventory;
    const trailer = this.#trailer;
    if (inventory === undefined) throw this.#bad('is empty');
    if (trailer === undefined) throw this.#bad(`is cut off after line ${this.#count}: the end is missing`);
    if (trailer.lines !== this.#count)
      throw this.#bad(`is damaged: it has ${this.#count} lines where its end says ${trailer.lines}`);
    if (trailer.sha256 !== this.#hash.digest('hex'))
      throw this.#bad('was changed after it was written (its line ends, too, count): its checksum does not match');
    inventory.complete = trailer.complete;
    inventory.finishedAt = trailer.finishedAt;
    for (const [key, counts] of trailer.calls) inventory.calls.set(key, counts);
    return inventory;
  }
}

function trailerAt(value: unknown, path: string): Trailer {
  const trailer = objectAt(value, path);
  if (typeof trailer['complete'] !== 'boolean') throw new WrongShape(`${path}.complete`, 'true or false');
  return {
    lines: countAt(trailer['lines'], `${path}.lines`),
    sha256: textAt(trailer['sha256'], `${path}.sha256`),
    complete: trailer['complete'],
    finishedAt: timeAt(trailer['finishedAt'], `${path}.finishedAt`),
    calls: listAt(trailer['calls'], `${path}.calls`).map((pair, at) => {
      const [key, counts] = listAt(pair, `${path}.calls[${at}]`);
      return [textAt(key, `${path}.calls[${at}][0]`), countsAt(counts, `${path}.calls[${at}][1]`)];
    }),
  };
}

function inventoryOf(value: unknown, bad: Bad): Inventory {
  if (!isRecord(value) || value['format'] !== format)
    throw bad(`${isNone}: its first line is not that of \`audit collect --save\``);
  if (value['version'] !== snapshotVersion)
    throw bad(
      `is of version ${JSON.stringify(value['version'] ?? null)}; this program reads version ${snapshotVersion}`,
    );
  const inventory = new Inventory(headerAt(value['header'], 'header'));
  inventory.revisions = inventory.header.revisions ?? {};
  for (const key of textsAt(value['collected'] ?? [], 'collected')) inventory.collected.add(key);
  return inventory;
}
