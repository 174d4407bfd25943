import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, existsSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { AuditError, messageOf } from '../program/errors.ts';
import { journalLines } from './journal-file.ts';
import type { CollectionHeader } from './inventory.ts';
import type { Journal, Pages } from './journal.ts';
import type { Gap, Outcome } from '../aws/outcome.ts';
import { isGap } from '../aws/outcome.ts';
import type { ItemBase } from './resource.ts';
import {
  WrongShape,
  countAt,
  gapAt,
  headerAt,
  itemsAt,
  objectAt,
  outcomeAt,
  scopeAt,
  textAt,
  textsAt,
} from './shape.ts';

type Entry =
  | { header: CollectionHeader }
  /** Without `next`, the pages before it count no longer. `after`: so many items are in the pages before. */
  | { page: [type: string, region: string]; items: readonly ItemBase[]; next?: string; after?: number }
  /** `after`: so many items are in the pages before. */
  | { list: [type: string, region: string]; items?: readonly ItemBase[]; after?: number; gap?: Gap }
  | { facet: [type: string, region: string, arn: string, name: string]; outcome: Outcome };

/**
 * The journal of a collection in progress, beside the snapshot it will become (`FILE.partial`). Every answer is written
 * at once, so that a killed process loses only what was in flight. What failed (but was not refused) is asked again.
 */
export class FileJournal implements Journal {
  readonly file: string;
  /** The header of the interrupted collection this one goes on from. */
  readonly resumed: CollectionHeader | undefined;
  readonly #pages = new Map<string, { items: ItemBase[]; next: string }>();
  /** How many items of a list are in pages that were written. */
  readonly #paged = new Map<string, number>();
  readonly #lists = new Map<string, ItemBase[] | Gap>();
  readonly #facets = new Map<string, Outcome>();
  #old = false;
  readonly #fd: number;

  /**
   * @param snapshot the snapshot's path
   * @param resume whether to go on from an existing journal; otherwise an old one is replaced
   * @throws AuditError `output` when the file cannot be written, `snapshot` when it cannot be understood
   */
  constructor(snapshot: string, resume: boolean) {
    this.file = `${snapshot}.partial`;
    let torn = false;
    if (resume) [this.resumed, torn] = this.#load(snapshot);
    try {
      this.#fd = openSync(this.file, resume ? 'a' : 'w', 0o600);
      // A line that was cut off by a kill is ended, so that the next one starts afresh.
      if (torn) writeSync(this.#fd, '\n');
    } catch (error) {
      throw unwritable(this.file, error);
    }
  }

  /** Whether the file ends within a line, too: it was killed while it wrote. */
  #load(snapshot: string): [CollectionHeader | undefined, boolean] {
    let header: CollectionHeader | undefined;
    const lines = journalLines(
      this.file,
      (error) =>
        new AuditError('snapshot', `${this.file}: nothing to resume (${messageOf(error)})`, {
          hint: existsSync(snapshot)
            ? `${snapshot} is complete: judge it with --from ${snapshot}, or run without --resume to read anew.`
            : 'Run without --resume to start from the beginning.',
          cause: error,
        }),
    );
    let read = 0;
    let torn = false;
    for (const { text, whole } of lines) {
      read += 1;
      torn = !whole;
      const entry = this.#parse(text, read);
      if (entry === undefined) continue;
      if ('header' in entry) header = entry.header;
      else if (header === undefined) break;
      else if ('page' in entry) this.#loadPage(entry.page.join('\0'), entry);
      else if ('list' in entry) this.#loadList(entry.list.join('\0'), entry);
      else this.#facets.set(entry.facet.join('\0'), entry.outcome);
    }
    // Killed while it wrote its first line: nothing was answered yet.
    if (header === undefined && (read > 1 || (read === 1 && !torn))) {
      throw new AuditError('snapshot', `${this.file}: is not the journal of a collection`, { hint: anew });
    }
    return [header, torn];
  }

  /** The entry of a line; undefined when a kill cut it off. @throws AuditError for a line that was changed */
  #parse(text: string, line: number): Entry | undefined {
    const [, json = this.#isOld(text, line) ? wholeJson(text) : undefined, sum] =
      /^(.*)\t([0-9a-f]{8})$/s.exec(text) ?? [];
    if (json === undefined) return undefined;
    try {
      if (sum !== undefined && sum !== sumOf(json)) throw new Error('its checksum does not match');
      return entryAt(JSON.parse(json));
    } catch (error) {
      throw new AuditError('snapshot', `${this.file}:${line}: was changed after it was written (${messageOf(error)})`, {
        hint: anew,
        cause: error,
      });
    }
  }

  /** The first version wrote no checksums: its header tells, which is the first line. */
  #isOld(text: string, line: number): boolean {
    if (line === 1) this.#old = text.startsWith('{"header":');
    return this.#old;
  }

  #loadPage(key: string, { items, next, after = 0 }: Extract<Entry, { page: unknown }>): void {
    const before = this.#pages.get(key)?.items ?? [];
    // Should a page before it be missing, the list is asked again.
    if (next === undefined || before.length !== after) this.#pages.delete(key);
    else this.#pages.set(key, { items: [...before, ...items], next });
    this.#paged.set(key, this.#pages.get(key)?.items.length ?? 0);
  }

  #loadList(key: string, { items, after = 0, gap }: Extract<Entry, { list: unknown }>): void {
    const before = this.#pages.get(key)?.items ?? [];
    if (gap !== undefined) this.#lists.set(key, gap);
    // Should a page be missing, the list is asked again.
    else if (items !== undefined && before.length === after) this.#lists.set(key, [...before, ...items]);
    this.#pages.delete(key);
  }

  start(header: CollectionHeader): void {
    if (this.resumed === undefined) this.#write({ header });
  }

  pages(type: string, region: string): Pages | undefined {
    return this.#pages.get([type, region].join('\0'));
  }

  addPage(type: string, region: string, items: readonly ItemBase[], next: string): void {
    const key = [type, region].join('\0');
    const after = this.#paged.get(key) ?? 0;
    this.#write({ page: [type, region], items, next, ...(after === 0 ? {} : { after }) });
    this.#paged.set(key, after + items.length);
  }

  dropPages(type: string, region: string): void {
    const key = [type, region].join('\0');
    this.#write({ page: [type, region], items: [] });
    this.#pages.delete(key);
    this.#paged.delete(key);
  }

  list(type: string, region: string): ItemBase[] | Gap | undefined {
    return this.#lists.get([type, region].join('\0'));
  }

  addList(type: string, region: string, result: readonly ItemBase[] | Gap): void {
    if (!Array.isArray(result)) {
      const gap = result as Gap;
      if (gap.kind !== 'failed') this.#write({ list: [type, region], gap });
      return;
    }
    const after = this.#paged.get([type, region].join('\0')) ?? 0;
    this.#write({ list: [type, region], items: result.slice(after), ...(after === 0 ? {} : { after }) });
  }

  facet(type: string, region: string, arn: string, name: string): Outcome | undefined {
    return this.#facets.get([type, region, arn, name].join('\0'));
  }

  addFacet(type: string, region: string, arn: string, name: string, outcome: Outcome): void {
    if (isGap(outcome) && outcome.kind === 'failed') return;
    this.#write({ facet: [type, region, arn, name], outcome });
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** Ends the journal: its snapshot is complete. */
  remove(): void {
    this.close();
    unlinkSync(this.file);
  }

  #write(entry: Entry): void {
    const json = JSON.stringify(entry);
    try {
      appendFileSync(this.#fd, `${json}\t${sumOf(json)}\n`);
    } catch (error) {
      throw unwritable(this.file, error);
    }
  }
}

const anew = 'Delete it, or run without --resume to read anew.';

/** Tells a line that was changed; one that a kill cut off has none. */
const sumOf = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, 8);

/** A line without a checksum, unless a kill cut it off. */
function wholeJson(text: string): string | undefined {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}

/** @throws WrongShape */
function entryAt(value: unknown): Entry {
  const entry = objectAt(value, 'the line');
  if ('header' in entry) return { header: headerAt(entry['header'], 'header') };
  const after = entry['after'] === undefined ? {} : { after: countAt(entry['after'], 'after') };
  if ('page' in entry) {
    const next = entry['next'] === undefined ? {} : { next: textAt(entry['next'], 'next') };
    return { page: scopeAt(entry['page'], 'page'), items: itemsAt(entry['items'], 'items'), ...next, ...after };
  }
  if ('list' in entry) {
    const list = scopeAt(entry['list'], 'list');
    return entry['gap'] === undefined
      ? { list, items: itemsAt(entry['items'], 'items'), ...after }
      : { list, gap: gapAt(entry['gap'], 'gap') };
  }
  const [type, region, arn, name, more] = textsAt(entry['facet'], 'facet');
  if (type === undefined || region === undefined || arn === undefined || name === undefined || more !== undefined)
    throw new WrongShape('facet', 'a type, a region, an ARN and a name');
  return { facet: [type, region, arn, name], outcome: outcomeAt(entry['outcome'], 'outcome') };
}

const unwritable = (file: string, cause: unknown): AuditError =>
  new AuditError('output', `${file}: cannot be written (${messageOf(cause)})`, {
    hint: 'Choose another file with --save, or free some space.',
    cause,
  });
