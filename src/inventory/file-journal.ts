import { appendFileSync, closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { AuditError, messageOf } from '../errors.ts';
import type { CollectionHeader } from './inventory.ts';
import type { Journal } from './journal.ts';
import type { Gap, Outcome } from './outcome.ts';
import { isGap } from './outcome.ts';
import type { ItemBase } from './resource.ts';

type Entry =
  | { header: CollectionHeader }
  | { list: [type: string, region: string]; items?: readonly ItemBase[]; gap?: Gap }
  | { facet: [type: string, region: string, arn: string, name: string]; outcome: Outcome };

/**
 * The journal of a collection in progress, beside the snapshot it will become (`FILE.partial`). Every answer is written
 * at once, so that a killed process loses only what was in flight. What failed (but was not refused) is asked again.
 */
export class FileJournal implements Journal {
  readonly file: string;
  /** The header of the interrupted collection this one goes on from. */
  readonly resumed: CollectionHeader | undefined;
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
    if (resume) [this.resumed, whole] = this.#load();
    try {
      this.#fd = openSync(this.file, resume ? 'a' : 'w', 0o600);
      // A line that was cut off by a kill is ended, so that the next one starts afresh.
      if (whole !== undefined && whole !== '' && !whole.endsWith('\n')) writeSync(this.#fd, '\n');
    } catch (error) {
      throw unwritable(this.file, error);
    }
  }

  #load(): [CollectionHeader | undefined, string] {
    let text: string;
    try {
      text = readFileSync(this.file, 'utf8');
    } catch (error) {
      throw new AuditError('snapshot', `${this.file}: nothing to resume (${messageOf(error)})`, {
        hint: 'Run without --resume to start from the beginning.',
        cause: error,
      });
    }
    let header: CollectionHeader | undefined;
    for (const line of text.split('\n')) {
      const entry = parse(line);
      if (entry === undefined) continue;
      if ('header' in entry) header = entry.header;
      else if ('list' in entry) {
        const found = entry.gap ?? entry.items;
        if (found !== undefined) this.#lists.set(entry.list.join('\0'), found as ItemBase[] | Gap);
      } else this.#facets.set(entry.facet.join('\0'), entry.outcome);
    }
    // Killed while it wrote its first line: nothing was answered yet.
    if (header === undefined && text.includes('\n')) {
      throw new AuditError('snapshot', `${this.file}: is not the journal of a collection`, {
        hint: 'Delete it and run without --resume.',
      });
    }
    return [header, text];
  }

  start(header: CollectionHeader): void {
    if (this.resumed === undefined) this.#write({ header });
  }

  list(type: string, region: string): ItemBase[] | Gap | undefined {
    return this.#lists.get([type, region].join('\0'));
  }

  addList(type: string, region: string, result: readonly ItemBase[] | Gap): void {
    if (!Array.isArray(result)) {
      const gap = result as Gap;
      if (gap.kind !== 'failed') this.#write({ list: [type, region], gap });
    } else this.#write({ list: [type, region], items: result });
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
