import { hash } from 'node:crypto';
import { createGzip } from 'node:zlib';
import type { CheckInfo } from '../engine/result.ts';
import { AuditError, messageOf } from '../program/errors.ts';
import { toJson } from '../text/escape.ts';
import type { FoundAccount } from './attempts.ts';
import { exportPath, findAttempts, infosPath, keep, mostUnended, newAttempt, resultPath, unended } from './attempts.ts';
import type { AccountExport, ExportCause, ExportStatus, ExportedJudgement, Stored } from './export.ts';
import type { ManifestAccount, SealedManifest } from './manifest.ts';
import type { AccountStatus } from './merge/model.ts';
import type { ReadAccount } from './merge/read.ts';
import { readAccount } from './merge/read.ts';
import type { Store } from './store.ts';

/** What reading and judging one account gave. */
export interface Unit {
  readonly status: ExportStatus;
  /** There unless `scanned`. */
  readonly cause?: ExportCause;
  readonly judged?: {
    readonly told: Omit<ExportedJudgement, 'infos' | 'result'>;
    readonly infos: readonly CheckInfo[];
    /** The whole result as JSON, in pieces. */
    readonly result: Iterable<string>;
  };
  /** Why no other account can be read either, such as credentials that ended. */
  readonly ends?: AuditError;
}

/** One of several processes that share the accounts of a manifest. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

export interface ScanAccounts {
  readonly store: Store;
  readonly manifest: SealedManifest;
  /** Of the program. */
  readonly version: string;
  readonly shard?: Shard | undefined;
  /** Ids of those that are scanned; all where there is none. */
  readonly only?: readonly string[] | undefined;
  /** Accounts that are read at once. */
  readonly concurrency: number;
  /** Reads and judges one account. What it throws is that account's failure. */
  readonly unit: (account: ManifestAccount, signal: AbortSignal) => Promise<Unit>;
  readonly signal: AbortSignal;
  /** Told when an account begins and ends; `done` counts those of `total` that are over. */
  readonly onBegin?: (account: ManifestAccount) => void;
  readonly onEnd?: (account: ManifestAccount, ended: AccountExport, done: number, total: number) => void;
}

export type Sums = Readonly<Record<AccountStatus, number>>;

export interface Scanned {
  /** Of the shard's accounts: together as many as there are. */
  readonly sums: Sums;
  /** Those that are neither scanned nor skipped. */
  readonly incomplete: readonly Pick<ReadAccount, 'account' | 'status' | 'cause'>[];
  /** What ended the scan before every account was tried. */
  readonly stopped: AuditError | undefined;
}

/**
 * The accounts of a shard, of those that are to be scanned; all without one. Those that are skipped belong to the first.
 * @param only ids of some of them
 * @throws AuditError `usage` for an account that the manifest does not hold
 */
export function accountsOf(
  { accounts, scan }: Pick<SealedManifest, 'accounts' | 'scan'>,
  shard: Shard | undefined,
  only: readonly string[] = [],
): ManifestAccount[] {
  if (only.length > 0) {
    const other = only.find((id) => !accounts.some((account) => account.id === id));
    if (other !== undefined) throw new AuditError('usage', `account ${other} is not in the plan of ${scan}`);
    return accountsOf({ accounts, scan }, shard).filter(({ id }) => only.includes(id));
  }
  if (shard === undefined) return [...accounts];
  let at = 0;
  return accounts.filter(({ skip }) => (skip === undefined ? at++ % shard.of : 0) === shard.index - 1);
}

/**
 * Scans every account that is not done, several at a time, and keeps what each gives before another takes its place. Whatever becomes
 * of one account is told of that account; only what ends all of them ends the scan.
 */
export async function scanAccounts(options: ScanAccounts): Promise<Scanned> {
  const { store, manifest, shard, only, concurrency, signal } = options;
  const own = accountsOf(manifest, shard, only);
  const queue = await pendingOf(store, manifest, own, only);
  // One of those may have ended the program. It is read alone, so that no other is taken along.
  const suspects = queue.filter(({ gone }) => gone > 0);
  const stop = new AbortController();
  let stopped: AuditError | undefined;
  const end = (why: AuditError): void => {
    stopped ??= why;
    stop.abort(why);
  };
  const both = AbortSignal.any([signal, stop.signal]);
  let done = 0;
  const work = async (next: Iterable<{ readonly account: ManifestAccount }>): Promise<void> => {
    for (const { account } of next) {
      if (both.aborted) return;
      try {
        const ended = await scanOne(account, options, both, end);
        done += 1;
        if (ended !== undefined) options.onEnd?.(account, ended, done, queue.length);
      } catch (error) {
        // The store takes nothing any more: what is read from now on would be lost.
        end(error instanceof AuditError ? error : new AuditError('internal', messageOf(error), { cause: error }));
      }
    }
  };
  const others = queue.slice(0, queue.length - suspects.length);
  const next = others.values();
  await Promise.all(Array.from({ length: Math.min(concurrency, others.length) }, () => work(next)));
  await work(suspects);
  if (signal.aborted)
    stopped =
      signal.reason instanceof AuditError ? signal.reason : new AuditError('interrupted', messageOf(signal.reason));
  return { ...(await summed(store, manifest, own)), stopped };
}

/** An account that is not through, and how many of its latest attempts did not end. */
export interface Pending {
  readonly account: ManifestAccount;
  readonly gone: number;
}

/**
 * Those of some accounts that are to be tried. Those that an earlier run did not get through come last: what ends the program each time
 * does not keep it from the others, and after a few times it is tried no more.
 * @param named ids of accounts that somebody wants tried whatever became of them
 */
export async function pendingOf(
  store: Store,
  manifest: SealedManifest,
  own: readonly ManifestAccount[],
  named: readonly string[] = [],
): Promise<readonly Pending[]> {
  const found = await findOwn(store, manifest, own);
  return own
    .filter(({ id, skip }) => skip === undefined && found.get(id)?.done !== true)
    .map((account) => ({ account, ...triedOf(found.get(account.id)) }))
    .filter(({ account, gone }) => gone < mostUnended || named.includes(account.id))
    .sort((a, b) => a.gone - b.gone || a.tried - b.tried);
}

const triedOf = (found: FoundAccount | undefined): { readonly gone: number; readonly tried: number } =>
  found === undefined ? { gone: 0, tried: 0 } : { gone: unended(found), tried: found.begun.length };

/**
 * Scans one account and keeps what it gives.
 * @param end told why no other account can be read either
 * @returns undefined where somebody else is through with it
 * @throws AuditError `output` where the store does not take it
 */
export async function scanOne(
  account: ManifestAccount,
  options: Pick<ScanAccounts, 'store' | 'manifest' | 'version' | 'unit' | 'onBegin'>,
  signal: AbortSignal,
  end: (why: AuditError) => void,
): Promise<AccountExport | undefined> {
  const { store, manifest, version, unit } = options;
  const { scan } = manifest;
  const { id } = account;
  // Somebody else may be through with it meanwhile.
  if ((await store.get(exportPath(scan, id))) !== undefined) return undefined;
  const startedAt = new Date();
  const attempt = newAttempt(startedAt);
  await store.put(begunPath(scan, id, attempt), Buffer.alloc(0), { ifAbsent: true });
  options.onBegin?.(account);
  const given = await unit(account, signal).catch((error: unknown): Unit => failure(error, signal));
  const judged = given.judged === undefined ? undefined : await stored(store, scan, id, attempt, given.judged);
  const ended: AccountExport = {
    scan,
    manifest: manifest.sha256,
    account: id,
    attempt,
    version,
    status: given.status,
    ...(given.cause === undefined ? {} : { cause: given.cause }),
    startedAt: startedAt.toISOString(),
    finishedAt: new Date().toISOString(),
    ...(judged === undefined ? {} : { judged }),
  };
  const counts = await keep(store, ended);
  if (given.ends !== undefined) end(given.ends);
  return counts ? ended : undefined;
}

const begunPath = (scan: string, account: string, attempt: string): string =>
  `${scan}/accounts/${account}/begun/${attempt}`;

const failure = (error: unknown, signal: AbortSignal): Unit => ({
  status: 'failed',
  cause: signal.aborted
    ? { kind: 'interrupted', message: 'the scan was stopped before the account was read' }
    : { kind: 'program', message: `the scan of the account failed: ${messageOf(error)}` },
});

async function stored(
  store: Store,
  scan: string,
  account: string,
  attempt: string,
  { told, infos, result }: NonNullable<Unit['judged']>,
): Promise<ExportedJudgement> {
  const bytes = await compressed(result);
  const path = resultPath(scan, account, attempt);
  await store.put(path, bytes, { ifAbsent: true });
  return {
    ...told,
    infos: await storedInfos(store, scan, infos),
    result: { path, sha256: hash('sha256', bytes, 'hex'), bytes: bytes.length },
  };
}

/** The same checks judge every account: their descriptions are kept once. */
async function storedInfos(store: Store, scan: string, infos: readonly CheckInfo[]): Promise<Stored> {
  const bytes = Buffer.from(`${toJson(infos)}\n`);
  const sha256 = hash('sha256', bytes, 'hex');
  const path = infosPath(scan, sha256);
  if ((await store.get(path)) === undefined) await store.put(path, bytes, { ifAbsent: true });
  return { path, sha256, bytes: bytes.length };
}

/** A whole result is never in memory as text. */
async function compressed(pieces: Iterable<string>): Promise<Buffer> {
  const gzip = createGzip({ level: 1 });
  const parts: Buffer[] = [];
  gzip.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => gzip.once('end', resolve).once('error', reject));
  for (const piece of pieces)
    if (!gzip.write(piece)) await new Promise<void>((resolve) => gzip.once('drain', () => resolve()));
  gzip.end();
  await ended;
  return Buffer.concat(parts);
}

/** What is there of some accounts, which may be all. */
const findOwn = (store: Store, { scan }: SealedManifest, own: readonly ManifestAccount[]) =>
  findAttempts(
    store,
    scan,
    own.map(({ id }) => id),
  );

/** What became of some accounts of a manifest, by what is in the store. */
async function summed(
  store: Store,
  manifest: SealedManifest,
  accounts: readonly ManifestAccount[],
): Promise<Omit<Scanned, 'stopped'>> {
  const found = await findOwn(store, manifest, accounts);
  const sums: Record<AccountStatus, number> = { scanned: 0, partial: 0, failed: 0, unreachable: 0, skipped: 0 };
  const incomplete: Scanned['incomplete'][number][] = [];
  for (const each of accounts) {
    const { account, status, cause } = await readAccount(store, manifest, each, found);
    sums[status] += 1;
    if (status !== 'scanned' && status !== 'skipped')
      incomplete.push({ account, status, ...(cause === undefined ? {} : { cause }) });
  }
  return { sums, incomplete };
}
