import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdir, unlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { changesText } from '../../reports/changes.ts';
import { json } from '../../reports/json.ts';
import { sinceUnknown } from '../../reports/table/since.ts';
import type { Entry } from '../engine/changes/baseline.ts';
import { baselineText, readBaseline } from '../engine/changes/baseline.ts';
import { Comparing } from '../engine/changes/comparing.ts';
import { failureOf } from '../engine/changes/known.ts';
import type { IdNow } from '../engine/changes/missing.ts';
import type { Finding } from '../engine/finding.ts';
import type { AnyResult, RunSelection } from '../engine/result.ts';
import type { CollectionHeader } from '../inventory/inventory.ts';
import { messageOf } from '../program/errors.ts';
import { writeWhole } from './output.ts';

/** Results that are kept of an account and selection, and bytes that all may take. */
const mostResults = 5;
const mostBytes = 200 * 1_048_576;
/** What a run that was killed left behind is not touched before it is so old, ms. */
const abandonedAfter = 3_600_000;

/** Where results are kept: the system's folder for such, of this user. */
export function keptFolder(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  const name = 'aws-posture-audit';
  const own = env['XDG_CACHE_HOME'] ?? '';
  if (own.startsWith('/')) return join(own, name);
  if (platform === 'darwin') return join(homedir(), 'Library/Caches', name);
  const local = env['LOCALAPPDATA'] ?? '';
  if (platform === 'win32' && local !== '') return join(local, name, 'Cache');
  return join(homedir(), '.cache', name);
}

/** Why results are not kept, in words; undefined where they are. @param asked what `--cache` or `--no-cache` says */
export function notKept(asked: boolean | undefined, source: AnyResult['run']['source']): string | undefined {
  if (source === 'demo') return 'because the demo account is always the same';
  if (asked === true) return undefined;
  if (asked === false) return 'because of --no-cache';
  if ((process.env['AUDIT_NO_CACHE'] ?? '') !== '') return 'because of AUDIT_NO_CACHE';
  const ci = process.env['CI'] ?? '';
  return ci === '' || ci === 'false' ? undefined : 'because results are not kept in CI (--cache)';
}

/** A result that is kept. What it knew of failures lies beside it, small, in a file of the same name that ends in `.txt`. */
interface Kept {
  readonly name: string;
  readonly account: string;
  readonly selection: string;
  /** Digits alone, so that names are in the order of time. */
  readonly at: string;
}

const shape = /^(?<account>\d{12})-(?<selection>[0-9a-f]{16})-(?<at>\d{17})-[0-9a-f]+\.json\.gz$/;

function keptIn(folder: string): Kept[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((name) => {
      const { account, selection, at } = shape.exec(name)?.groups ?? {};
      return account === undefined || selection === undefined || at === undefined
        ? []
        : [{ name, account, selection, at }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.name < b.name ? 1 : -1));
}

const knownBeside = (name: string): string => name.replace(/\.json\.gz$/, '.txt');
const digits = (time: string): string => new Date(time).toISOString().replaceAll(/\D/g, '');

/** Tells selections apart: neither the clock nor the file that is judged is one. */
function digestOf(partition: string, { now: _now, snapshot: _snapshot, ...selection }: RunSelection): string {
  return createHash('sha256')
    .update(JSON.stringify([partition, selection]))
    .digest('hex')
    .slice(0, 16);
}

/** The newest result that is kept, of whatever account; undefined where there is none. */
export function newestKept(folder = keptFolder()): { readonly file: string; readonly writtenAt: number } | undefined {
  const files = keptIn(folder).flatMap(({ name }) => {
    const file = join(folder, name);
    try {
      return [{ file, writtenAt: statSync(file).mtimeMs }];
    } catch {
      // Another run took it away meanwhile.
      return [];
    }
  });
  return files.reduce<(typeof files)[number] | undefined>(
    (newest, each) => (newest === undefined || each.writtenAt > newest.writtenAt ? each : newest),
    undefined,
  );
}

/** Compares a run with the one before, and keeps it for the next. Nothing that a gate or a report for programs says comes of it. */
export class LastRun {
  readonly #folder: string;
  readonly #header: CollectionHeader;
  readonly #selection: string;
  readonly #comparing: Comparing;
  /** The time of the run before, or why there is none to compare with. */
  readonly #before: { readonly at: string } | { readonly why: string };
  readonly #failures: Entry[] = [];

  constructor(header: CollectionHeader, selection: RunSelection, folder = keptFolder()) {
    this.#folder = folder;
    this.#header = header;
    this.#selection = digestOf(header.partition, selection);
    const all = keptIn(folder).filter(({ account }) => account === header.account);
    const own = all.filter((each) => each.selection === this.#selection);
    const before = own.find(({ at }) => at <= digits(header.startedAt));
    let known: Entry[] = [];
    if (before === undefined)
      this.#before = {
        why:
          own.length > 0
            ? 'because what is kept was read later'
            : all.length > 0
              ? 'because it had another selection'
              : 'because no earlier run is kept',
      };
    else {
      try {
        known = readBaseline(readFileSync(join(folder, knownBeside(before.name)), 'utf8'), before.name);
        this.#before = { at: before.at };
      } catch {
        this.#before = { why: 'because what was kept of it cannot be read' };
      }
    }
    this.#comparing = new Comparing(known, header.startedAt.slice(0, 10));
  }

  /** To be shown each finding. */
  see(finding: Finding): void {
    const { firstSeen = this.#header.startedAt.slice(0, 10) } = this.#comparing.mark(finding);
    const failure = failureOf(finding, firstSeen);
    if (failure !== undefined && failure.accepted !== true) this.#failures.push(failure);
  }

  /** What changed since, in words; to be asked when it was shown all findings. */
  since(result: AnyResult, idNow: IdNow): string {
    if ('why' in this.#before) return sinceUnknown(this.#before.why);
    const { at } = this.#before;
    const time = `${at.slice(0, 4)}-${at.slice(4, 6)}-${at.slice(6, 8)} ${at.slice(8, 10)}:${at.slice(10, 12)} UTC`;
    return `Since the last run (${time}): ${changesText(this.#comparing.changes('result', result, idNow))}`;
  }

  /**
   * Keeps the result, and takes away what is too old or too much. A run that was interrupted is not kept: most of it would be new the next time.
   * @returns why it could not be kept, in words
   */
  async keep(result: AnyResult): Promise<string | undefined> {
    if (result.run.interrupted) return undefined;
    const { account, startedAt } = this.#header;
    const name = `${account}-${this.#selection}-${digits(startedAt)}-${result.run.id}.json.gz`;
    if (!shape.test(name)) return undefined;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeWhole(join(this.#folder, name), json.render(result, {}), 1);
      await writeWhole(join(this.#folder, knownBeside(name)), baselineText(this.#failures));
      await this.#tidy(account);
      return undefined;
    } catch (error) {
      return messageOf(error);
    }
  }

  async #tidy(account: string): Promise<void> {
    const all = keptIn(this.#folder);
    const own = all.filter((each) => each.account === account && each.selection === this.#selection);
    const gone = new Set(own.slice(mostResults));
    let bytes = 0;
    for (const each of all.filter((one) => !gone.has(one))) {
      bytes += sizeOf(join(this.#folder, each.name)) + sizeOf(join(this.#folder, knownBeside(each.name)));
      if (bytes > mostBytes) gone.add(each);
    }
    const left = readdirSync(this.#folder).filter(
      (name) => name.endsWith('.tmp') && ageOf(join(this.#folder, name)) > abandonedAfter,
    );
    const names = [...[...gone].flatMap(({ name }) => [name, knownBeside(name)]), ...left];
    // Another run may have taken them away already.
    await Promise.all(names.map((name) => unlink(join(this.#folder, name)).catch(() => {})));
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

function ageOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}
