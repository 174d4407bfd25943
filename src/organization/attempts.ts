import { randomBytes } from 'node:crypto';
import type { AccountExport, ExportCause, ExportStatus } from './export.ts';
import { exportBytes, exportOf } from './export.ts';
import type { ManifestAccount, SealedManifest, Skip } from './manifest.ts';
import { accountPattern } from './manifest.ts';
import type { Store } from './store.ts';

/*
 * <scan>/manifest.json
 * <scan>/checks/<sha256>.json                      descriptions of checks, named by what is in them
 * <scan>/accounts/<id>/export.json                 the account is done: written once, never replaced
 * <scan>/accounts/<id>/attempts/<attempt>.json     an attempt that did not get so far
 * <scan>/accounts/<id>/begun/<attempt>             empty: an attempt began, and may have ended the program
 * <scan>/accounts/<id>/results/<attempt>.json.gz   the whole result that an export names
 *
 * An account is done when all was asked that can be asked: `scanned`, or `partial` where AWS refused something. Whatever else ended an
 * attempt (nobody let us in, the network, a stop, a crash) is kept beside, and the account is tried again by a scan that resumes.
 * Results are written first and exports last, so that an export never names what is not there, and only the first export of an
 * account stands: a late or doubled attempt changes nothing.
 */

const accountFolder = (scan: string, account: string): string => `${scan}/accounts/${account}`;
export const exportPath = (scan: string, account: string): string => `${accountFolder(scan, account)}/export.json`;
export const attemptPath = (scan: string, account: string, attempt: string): string =>
  `${accountFolder(scan, account)}/attempts/${attempt}.json`;
export const resultPath = (scan: string, account: string, attempt: string): string =>
  `${accountFolder(scan, account)}/results/${attempt}.json.gz`;
export const infosPath = (scan: string, sha256: string): string => `${scan}/checks/${sha256}.json`;

/** The id of an attempt that begins now: in the order of time, and never the same twice. */
export const newAttempt = (now: Date): string =>
  `${now.toISOString().replaceAll(/\D/g, '')}-${randomBytes(4).toString('hex')}`;

/** Causes after which an account that gave a result is tried again. */
const passing: readonly string[] = ['expired', 'network', 'interrupted', 'program'];

/** Whether an account needs no other attempt. */
export const isDone = ({ status, cause }: Pick<AccountExport, 'status' | 'cause'>): boolean =>
  status === 'scanned' || (status === 'partial' && !passing.includes(cause?.kind ?? ''));

/** Keeps how an attempt ended. @returns whether it counts: not where the account was done before */
export async function keep(store: Store, given: AccountExport): Promise<boolean> {
  const { scan, account, attempt } = given;
  const bytes = exportBytes(given);
  if (isDone(given)) return store.put(exportPath(scan, account), bytes, { ifAbsent: true });
  await store.put(attemptPath(scan, account, attempt), bytes, { ifAbsent: true });
  return true;
}

/** What became of an account of the manifest. */
export type AccountStatus = ExportStatus | 'skipped';

export interface AccountOutcome {
  readonly account: ManifestAccount;
  readonly status: AccountStatus;
  /** There unless `scanned`. */
  readonly cause?: ExportCause | { readonly kind: Skip; readonly message: string };
  /** Undefined where the account was skipped or not tried. */
  readonly export?: AccountExport;
}

/** What of a scan is in its store, by account: whether it is done, the other attempts, latest last, and how many began. */
export type Found = ReadonlyMap<
  string,
  { readonly done: boolean; readonly attempts: readonly string[]; readonly begun: number }
>;

/** Lists once what is there, and reads none of it. */
export async function findAttempts(store: Store, scan: string): Promise<Found> {
  const found = new Map<string, { done: boolean; attempts: string[]; begun: number }>();
  for await (const path of store.list(`${scan}/accounts/`)) {
    const [, , account = '', ...rest] = path.split('/');
    if (!accountPattern.test(account)) continue;
    const own = found.get(account) ?? { done: false, attempts: [], begun: 0 };
    found.set(account, own);
    if (rest.join('/') === 'export.json') own.done = true;
    else if (rest[0] === 'attempts' && rest.length === 2) own.attempts.push(path);
    else if (rest[0] === 'begun') own.begun += 1;
  }
  return found;
}

const skipped: Readonly<Record<Skip, string>> = {
  suspended: 'the account is suspended',
  closed: 'the account is closed',
  'not-active-yet': 'the account is not active yet',
  excluded: 'the plan leaves the account out',
};

/**
 * Every account of the manifest in its order, one at a time, with what became of it: none is ever missing. Of several attempts that
 * did not get through counts the one that gave most, the latest of those.
 * @throws AuditError `snapshot` that names a file that is damaged or of something else
 */
export async function* outcomes(store: Store, manifest: SealedManifest): AsyncGenerator<AccountOutcome> {
  const found = await findAttempts(store, manifest.scan);
  for (const account of manifest.accounts) yield outcomeOf(store, manifest, account, found);
}

/** @param found what `findAttempts` gave */
export async function outcomeOf(
  store: Store,
  manifest: SealedManifest,
  account: ManifestAccount,
  found: Found,
): Promise<AccountOutcome> {
  const { skip, id } = account;
  if (skip !== undefined) return { account, status: 'skipped', cause: { kind: skip, message: skipped[skip] } };
  const there = found.get(id);
  const paths = there?.done === true ? [exportPath(manifest.scan, id)] : (there?.attempts ?? []);
  let best: AccountExport | undefined;
  for (const path of paths) {
    const bytes = await store.get(path);
    if (bytes === undefined) continue;
    const given = exportOf(bytes, `${store.name}/${path}`, manifest, id);
    if (best === undefined || rank(given) >= rank(best)) best = given;
  }
  if (best !== undefined)
    return {
      account,
      status: best.status,
      ...(best.cause === undefined ? {} : { cause: best.cause }),
      export: best,
    };
  return {
    account,
    status: 'unreachable',
    cause: {
      kind: 'not-tried',
      message: 'the scan did not come to it',
      hint: 'Run `audit org scan --resume` with the same store.',
    },
  };
}

/** What was judged counts more than why nothing was; of those, having been there more than not. */
const order: readonly ExportStatus[] = ['unreachable', 'failed', 'partial', 'scanned'];
const rank = ({ status }: AccountExport): number => order.indexOf(status);
