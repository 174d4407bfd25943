import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AuditError, messageOf } from '../errors.ts';
import type { CallCounts, CollectionHeader, Listing, ResourceRecord } from './inventory.ts';
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
  yield line({ format, version: snapshotVersion, header: inventory.header, collected: [...inventory.collected].sort() });
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
 * @throws AuditError `snapshot` when it cannot be opened, is not one, is of another version, cut off or changed
 */
export async function readSnapshot(file: string): Promise<Inventory> {
  const bad = (what: string, cause?: unknown): AuditError =>
    new AuditError('snapshot', `${file}: ${what}`, { hint: 'Collect it again with `audit collect --save FILE`.', ...(cause === undefined ? {} : { cause }) });
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
  try {
    return await parseSnapshot(linesOf(stream), bad);
  } catch (error) {
    if (error instanceof AuditError) throw error;
    throw bad(`is damaged or cut off (${messageOf(error)})`, error);
  } finally {
    source.destroy();
  }
}

/** Reads a snapshot held in memory, e.g. the embedded demo account. */
export function snapshotFromText(text: string, name: string): Promise<Inventory> {
  return parseSnapshot(linesOf(Readable.from([text])), (what) => new AuditError('snapshot', `${name}: ${what}`));
}

async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  failed.catch(() => {});
  const lines = createInterface({ input: stream, crlfDelay: Infinity })[Symbol.asyncIterator]();
  for (;;) {
    // readline ends quietly when its input fails: listen to the input itself.
    const next = await Promise.race([lines.next(), failed]);
    if (next.done === true) break;
    yield next.value;
  }
  await Promise.race([failed, new Promise<void>((resolve) => setImmediate(resolve))]);
}

async function parseSnapshot(lines: AsyncIterable<string>, bad: (what: string) => AuditError): Promise<Inventory> {
  let inventory: Inventory | undefined;
  let current: { type: string; region: string; records: ResourceRecord[] } | undefined;
  let count = 0;
  let trailer: Trailer | undefined;
  const hash = createHash('sha256');
  for await (const text of lines) {
    if (trailer !== undefined) throw bad(`has content after its end (line ${count + 2})`);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw bad(inventory === undefined ? 'is not a snapshot' : `is damaged at line ${count + 1}`);
    }
    if (inventory === undefined) {
      inventory = inventoryOf(value, bad);
    } else {
      const line = value as Line;
      if ('end' in line) {
        trailer = line.end;
        continue;
      }
      if ('list' in line) {
        const [type, region] = line.list;
        if (line.gap === undefined) {
          current = { type, region, records: [] };
          inventory.add({ type, region, result: { kind: 'present', records: current.records } });
        } else inventory.add({ type, region, result: line.gap });
      } else if ('record' in line && current !== undefined) {
        current.records.push(line.record);
      } else throw bad(`has an unexpected line ${count + 1}`);
    }
    hash.update(`${text}\n`);
    count += 1;
  }
  if (inventory === undefined) throw bad('is empty');
  if (trailer === undefined) throw bad(`is cut off after line ${count}: the end is missing`);
  if (trailer.lines !== count) throw bad(`is damaged: it has ${count} lines where its end says ${trailer.lines}`);
  if (trailer.sha256 !== hash.digest('hex')) throw bad('was changed after it was written: its checksum does not match');
  inventory.complete = trailer.complete;
  inventory.finishedAt = trailer.finishedAt;
  for (const [key, counts] of trailer.calls) inventory.calls.set(key, counts);
  return inventory;
}

function inventoryOf(value: unknown, bad: (what: string) => AuditError): Inventory {
  const line = value as Partial<HeaderLine> | null;
  if (line?.format !== format || line.header === undefined) throw bad('is not a snapshot');
  if (line.version !== snapshotVersion) throw bad(`is of version ${String(line.version)}; this program reads version ${snapshotVersion}`);
  const inventory = new Inventory(line.header);
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
