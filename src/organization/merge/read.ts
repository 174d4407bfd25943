import { hash } from 'node:crypto';
import type { CheckInfo } from '../../engine/result.ts';
import { AuditError } from '../../program/errors.ts';
import { isDone, exportPath, findAttempts, mostUnended, unended } from '../attempts.ts';
import type { Found } from '../attempts.ts';
import type { AccountExport, Stored } from '../export.ts';
import { exportOf } from '../export.ts';
import type { ManifestAccount, SealedManifest, Skip } from '../manifest.ts';
import type { Store } from '../store.ts';
import type { AccountCause, AccountStatus } from './model.ts';

/** What a store holds of one account of the manifest. */
export interface ReadAccount {
  readonly account: ManifestAccount;
  readonly status: AccountStatus;
  /** There unless `scanned`. */
  readonly cause?: AccountCause;
  readonly given?: AccountExport;
  /** Files of it that cannot be used, and why. */
  readonly damaged: readonly string[];
}

const skipped: Readonly<Record<Skip, string>> = {
  suspended: 'the account is suspended',
  closed: 'the account is closed',
  'not-active-yet': 'the account is not active yet',
  excluded: 'the plan leaves the account out',
};

/** Of attempts that did not get through counts the one that gave most, the latest of those. */
const order: readonly AccountExport['status'][] = ['unreachable', 'failed', 'partial', 'scanned'];

/**
 * Every account of the manifest in its order, one at a time; none is ever missing. A file that is damaged, or of another
 * manifest, says nothing of its account, and what is said is that.
 */
export async function* readAccounts(store: Store, manifest: SealedManifest): AsyncGenerator<ReadAccount> {
  const found = await findAttempts(store, manifest.scan);
  for (const account of manifest.accounts) yield await readAccount(store, manifest, account, found);
}

/** @param found what `findAttempts` gave */
export async function readAccount(
  store: Store,
  manifest: SealedManifest,
  account: ManifestAccount,
  found: Found,
): Promise<ReadAccount> {
  const { id, skip } = account;
  if (skip !== undefined)
    return { account, status: 'skipped', cause: { kind: skip, message: skipped[skip] }, damaged: [] };
  const there = found.get(id);
  const paths = [...(there?.attempts ?? []), ...(there?.done === true ? [exportPath(manifest.scan, id)] : [])];
  let best: AccountExport | undefined;
  const damaged: string[] = [];
  let hint: string | undefined;
  // What is done counts; an attempt is looked at where nothing is.
  for (const path of paths.reverse()) {
    const bytes = await store.get(path);
    if (bytes === undefined) continue;
    try {
      const given = exportOf(bytes, path, manifest, id);
      if (best === undefined || order.indexOf(given.status) > order.indexOf(best.status)) best = given;
      if (isDone(given)) break;
    } catch (error) {
      if (!(error instanceof AuditError) || error.code !== 'snapshot') throw error;
      damaged.push(error.message);
      hint ??= error.hint;
    }
  }
  const gone = there === undefined ? 0 : unended(there);
  // What was judged is told, whatever came after.
  if (gone > 0 && damaged.length === 0 && (best === undefined || (gone >= mostUnended && best.judged === undefined)))
    return { account, status: 'failed', cause: notEnded(gone), damaged };
  if (best !== undefined) {
    const { status, cause } = best;
    return { account, status, ...(cause === undefined ? {} : { cause }), given: best, damaged };
  }
  const [why] = damaged;
  if (why !== undefined)
    return {
      account,
      status: 'failed',
      cause: {
        kind: 'damaged',
        message: why,
        ...(hint === undefined ? {} : { hint }),
      },
      damaged,
    };
  return {
    account,
    status: 'unreachable',
    cause: {
      kind: 'not-tried',
      message: 'there is no result of it in the store',
      hint: 'Run `audit org scan --resume` with the same store.',
    },
    damaged,
  };
}

/** @param times attempts in a row */
export const notEnded = (times: number): AccountCause =>
  times < mostUnended
    ? {
        kind: 'not-ended',
        message: `${times === 1 ? 'an attempt' : `${times} attempts`} began and did not end: the process is gone, or still at work`,
        hint: 'Run `audit org scan --resume` with the same store.',
      }
    : {
        kind: 'crashed',
        message: `${times} attempts in a row began and none ended: the process that read it was gone each time`,
        hint: 'Look what ended it (memory, mostly). It is not tried again but by its name: `audit org scan --resume --account ID`.',
      };

const isPath = (path: string): boolean => path.split('/').every((name) => /^[\w-][\w.-]*$/.test(name));

/** Descriptions of checks, each file read once. */
export class Infos {
  readonly #store: Store;
  readonly #files = new Map<string, ReadonlyMap<string, CheckInfo> | string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** By id; what is wrong with the file, where it cannot be used. */
  async of({ path, sha256 }: Stored): Promise<ReadonlyMap<string, CheckInfo> | string> {
    const known = this.#files.get(sha256);
    if (known !== undefined) return known;
    const read = await this.#read(path, sha256);
    this.#files.set(sha256, read);
    return read;
  }

  async #read(path: string, sha256: string): Promise<ReadonlyMap<string, CheckInfo> | string> {
    // What an export names need not be a path.
    const bytes = isPath(path) ? await this.#store.get(path) : undefined;
    if (bytes === undefined) return `${path}: is missing, so checks are called by their ids`;
    if (hash('sha256', bytes, 'hex') !== sha256) return `${path}: is damaged, so checks are called by their ids`;
    const infos = JSON.parse(Buffer.from(bytes).toString()) as CheckInfo[];
    return new Map(infos.map((info) => [info.id, info]));
  }
}
