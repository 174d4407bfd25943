import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AuditError, messageOf } from '../errors.ts';
import type { CallCounts, CollectionHeader, Listing, ResourceRecord, Watch, Watcher } from './inventory.ts';
import { Inventory, compare } from './inventory.ts';

/**
 * The snapshot: what was read from an account and what could not be, as NDJSON (gzip when compressed).
 * First line the header, then a line per listing followed by its records, last the trailer with the number of lines and
 * a SHA-256 over all before it: a file that is cut off or changed is never taken for a whole one.
 */
export const snapshotVersion = 1;
const format = 'audit-snapshot';

interface HeaderLine {
  format: typeof format;
  version: number;
  header: CollectionHeader;
  collected: string[];
}

type Line =
  | { list: [type: string, region: string]; gap?: Exclude<Listing['result'], { kind: 'present' }> }
  | { record: ResourceRecord }
  | { end: Trailer };

interface Trailer {
  lines: number;
  sha256: string;
  complete: boolean;
  finishedAt: string;
  calls: [string, CallCounts | OldCounts][];
}

/** Of snapshots made before it was told what the errors were. */
interface OldCounts {
  calls: number;
  errors: number;
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
    for (const { region, result } of inventory.listings({ key: type })) {
      if (result.kind !== 'present') {
        yield line({ list: [type, region], gap: result });
        continue;
      }
      yield line({ list: [type, region] });
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

/**
 * Reads a snapshot file, plain or gzip.
 * @param watch to be told what is read while it is read; what comes of it counts only when the whole could be read
 * @throws AuditError `snapshot` when it cannot be opened, is not one, is of another version, cut off or changed
 */
export async function readSnapshot(file: string, watch?: Watch): Promise<Inventory> {
  const bad = (what: string, cause?: unknown): AuditError =>
    new AuditError('snapshot', `${file}: ${what}`, {
      hint: 'Collect it again with `audit collect --save FILE`.',
      ...(cause === undefined ? {} : { cause }),
    });
  let compressed: boolean;
  try {
    compressed = await isGzip(file);
  } catch (error) {
    throw bad(`cannot be read (${messageOf(error)})`, error);
  }
  const source = createReadStream(file);
  const stream = compressed ? source.pipe(createGunzip()) : source;
  // An error of the file must end the decompressor too, or the reader below would wait for ever.
  if (compressed) source.on('error', (error) => stream.destroy(error));
  stream.setEncoding('utf8');
  try {
    return await parseSnapshot(stream, bad, watch);
  } catch (error) {
    if (error instanceof AuditError) throw error;
    throw bad(`is damaged or cut off (${messageOf(error)})`, error);
  } finally {
    source.destroy();
  }
}

/** Reads a snapshot held in memory, e.g. the embedded demo account. */
export function snapshotFromText(text: string, name: string): Promise<Inventory> {
  return parseSnapshot(Readable.from([text]), (what) => new AuditError('snapshot', `${name}: ${what}`));
}

type Bad = (what: string) => AuditError;

/** Reads line by line: a snapshot may be larger than the longest text. @throws whatever the stream fails with */
async function parseSnapshot(chunks: AsyncIterable<string>, bad: Bad, watch?: Watch): Promise<Inventory> {
  const parser = new Parser(bad, watch);
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) parser.line(line);
  }
  if (rest !== '') parser.line(rest);
  return parser.end();
}

class Parser {
  #inventory: Inventory | undefined;
  #records: ResourceRecord[] | undefined;
  #trailer: Trailer | undefined;
  #count = 0;
  readonly #hash = createHash('sha256');
  readonly #bad: Bad;

  readonly #watch: Watch | undefined;
  #watcher: Watcher | undefined;
  #listing: Listing | undefined;
  /** Types that may still come, sorted as their listings are. */
  #coming: string[] = [];

  constructor(bad: Bad, watch?: Watch) {
    this.#bad = bad;
    this.#watch = watch;
  }

  line(text: string): void {
    if (this.#trailer !== undefined) throw this.#bad(`has content after its end (line ${this.#count + 2})`);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw this.#bad(this.#inventory === undefined ? 'is not a snapshot' : `is damaged at line ${this.#count + 1}`);
    }
    if (this.#inventory === undefined) {
      this.#inventory = inventoryOf(value, this.#bad);
      this.#watcher = this.#watch?.(this.#inventory);
      this.#coming = [...this.#inventory.collected].sort();
    } else if (typeof value === 'object' && value !== null && 'end' in value) {
      this.#tell(undefined);
      this.#trailer = value.end as Trailer;
      return;
    } else this.#add(this.#inventory, value as Line);
    this.#hash.update(text).update('\n');
    this.#count += 1;
  }

  #add(inventory: Inventory, line: Line): void {
    if ('list' in line) {
      const [type, region] = line.list;
      this.#tell(type);
      this.#records = [];
      this.#listing = { type, region, result: line.gap ?? { kind: 'present', records: this.#records } };
      inventory.add(this.#listing);
    } else if ('record' in line && this.#records !== undefined) this.#records.push(line.record);
    else throw this.#bad(`has an unexpected line ${this.#count + 1}`);
  }

  /** The listing before has ended, and the types that sort before `next`. */
  #tell(next: string | undefined): void {
    const watcher = this.#watcher;
    if (watcher === undefined) return;
    const before = this.#listing;
    if (before !== undefined && next !== undefined && next < before.type)
      throw this.#bad(`is out of order at line ${this.#count + 1}`);
    if (before !== undefined) watcher.listed(before);
    this.#listing = undefined;
    this.#records = undefined;
    const ended = this.#coming.filter((type) => next === undefined || type < next);
    this.#coming = this.#coming.slice(ended.length);
    for (const type of ended) watcher.complete(type);
  }

  end(): Inventory {
    const inventory = this.#inventory;
    const trailer = this.#trailer;
    if (inventory === undefined) throw this.#bad('is empty');
    if (trailer === undefined) throw this.#bad(`is cut off after line ${this.#count}: the end is missing`);
    if (trailer.lines !== this.#count)
      throw this.#bad(`is damaged: it has ${this.#count} lines where its end says ${trailer.lines}`);
    if (trailer.sha256 !== this.#hash.digest('hex'))
      throw this.#bad('was changed after it was written: its checksum does not match');
    inventory.complete = trailer.complete;
    inventory.finishedAt = trailer.finishedAt;
    for (const [key, counts] of trailer.calls) inventory.calls.set(key, wholeCounts(counts));
    return inventory;
  }
}

/** An error that nobody knows the kind of counts as a failure: too many rather than too few. */
const wholeCounts = (counts: CallCounts | OldCounts): CallCounts =>
  'errors' in counts
    ? { calls: counts.calls, denied: 0, failed: counts.errors, unsupported: 0 }
    : { calls: counts.calls, denied: counts.denied, failed: counts.failed, unsupported: counts.unsupported };

function inventoryOf(value: unknown, bad: (what: string) => AuditError): Inventory {
  const line = value as Partial<HeaderLine> | null;
  if (line?.format !== format || line.header === undefined) throw bad('is not a snapshot');
  if (line.version !== snapshotVersion)
    throw bad(`is of version ${String(line.version)}; this program reads version ${snapshotVersion}`);
  const inventory = new Inventory(line.header);
  inventory.revisions = line.header.revisions ?? {};
  for (const key of line.collected ?? []) inventory.collected.add(key);
  return inventory;
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
