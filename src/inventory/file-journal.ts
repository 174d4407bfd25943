import { appendFileSync, closeSync, existsSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { AuditError, messageOf } from '../errors.ts';
import type { CollectionHeader } from './inventory.ts';
import type { Journal, Pages } from './journal.ts';
import type { Gap, Outcome } from './outcome.ts';
import { isGap } from './outcome.ts';
import type { ItemBase } from './resource.ts';

type Entry =
  | { header: CollectionHeader }
  /** Without `next`, the pages before it count no longer. */
  | { page: [type: string, region: string]; items: readonly ItemBase[]; next?: string }
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
  readonly #fd: number;

  /**
   * @param snapshot the snapshot's path
   * @param resume whether to go on from an existing journal; otherwise an old one is replaced
   * @throws AuditError `output` when the file cannot be written, `snapshot` when it cannot be understood
   */
  constructor(snapshot: string, resume: boolean) {
    this.file = `${snapshot}.partial`;
    let whole: string | undefined;
    if (resume) [this.resumed, whole] = this.#load(snapshot);
    try {
      this.#fd = openSync(this.file, resume ? 'a' : 'w', 0o600);
      // A line that was cut off by a kill is ended, so that the next one starts afresh.
      if (whole !== undefined && whole !== '' && !whole.endsWith('\n')) writeSync(this.#fd, '\n');
    } catch (error) {
      throw unwritable(this.file, error);
    }
  }

  #load(snapshot: string): [CollectionHeader | undefined, string] {
    let text: string;
    try {
      text = readFileSync(this.file, 'utf8');
    } catch (error) {
      throw new AuditError('snapshot', `${this.file}: nothing to resume (${messageOf(error)})`, {
        hint: existsSync(snapshot)
          ? `${snapshot} is complete: judge it with --from ${snapshot}, or run without --resume to read anew.`
          : 'Run without --resume to start from the beginning.',
        cause: error,
      });
    }
    let header: CollectionHeader | undefined;
    for (const line of text.split('\n')) {
      const entry = parse(line);
      if (entry === undefined) continue;
      if ('header' in entry) header = entry.header;
      else if ('page' in entry) this.#loadPage(entry.page.join('\0'), entry.items, entry.next);
      else if ('list' in entry) this.#loadList(entry.list.join('\0'), entry);
      else this.#facets.set(entry.facet.join('\0'), entry.outcome);
    }
    // Killed while it wrote its first line: nothing was answered yet.
    if (header === undefined && text.includes('\n')) {
      throw new AuditError('snapshot', `${this.file}: is not the journal of a collection`, {
        hint: 'Delete it and run without --resume.',
      });
    }
    return [header, text];
  }

  #loadPage(key: string, items: readonly ItemBase[], next: string | undefined): void {
    const before = this.#pages.get(key)?.items ?? [];
    if (next === undefined) this.#pages.delete(key);
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
    this.#write({ page: [type, region], items, next });
    this.#paged.set(key, (this.#paged.get(key) ?? 0) + items.length);
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
    try {
      appendFileSync(this.#fd, `${JSON.stringify(entry)}\n`);
    } catch (error) {
      throw unwritable(this.file, error);
    }
  }
}

/** A line that was cut off by a kill is not an answer. */
function parse(line: string): Entry | undefined {
  if (line === '') return undefined;
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
}

const unwritable = (file: string, cause: unknown): AuditError =>
  new AuditError('output', `${file}: cannot be written (${messageOf(cause)})`, {
    hint: 'Choose another file with --save, or free some space.',
    cause,
  });
