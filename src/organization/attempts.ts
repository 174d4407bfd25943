import { randomBytes } from 'node:crypto';
import type { AccountExport } from './export.ts';
import { exportBytes } from './export.ts';
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

/** Whether what ended an attempt may be different the next time. */
export const mayPass = ({ cause }: Pick<AccountExport, 'cause'>): boolean => passing.includes(cause?.kind ?? '');

/** Whether an account needs no other attempt. */
export const isDone = (ended: Pick<AccountExport, 'status' | 'cause'>): boolean =>
  ended.status === 'scanned' || (ended.status === 'partial' && !mayPass(ended));

/** Keeps how an attempt ended. @returns whether it counts: not where the account was done before */
export async function keep(store: Store, given: AccountExport): Promise<boolean> {
  const { scan, account, attempt } = given;
  const bytes = exportBytes(given);
  if (isDone(given)) return store.put(exportPath(scan, account), bytes, { ifAbsent: true });
  await store.put(attemptPath(scan, account, attempt), bytes, { ifAbsent: true });
  return true;
}

/** What of an account is in the store. */
export interface FoundAccount {
  readonly done: boolean;
  /** Paths of attempts that ended and did not get through, latest last. */
  readonly attempts: readonly string[];
  /** Ids of attempts that began, whatever became of them, latest last. */
  readonly begun: readonly string[];
}

/** What of a scan is in its store, by account. */
export type Found = ReadonlyMap<string, FoundAccount>;

/**
 * How many attempts in a row, the latest, began and did not end: their process is gone, or still at work. The crash of one account's
 * code ends the process, which leaves no other trace.
 */
export function unended({ attempts, begun }: Pick<FoundAccount, 'attempts' | 'begun'>): number {
  const last =
    attempts
      .at(-1)
      ?.split('/')
      .at(-1)
      ?.replace(/\.json$/, '') ?? '';
  return begun.filter((attempt) => attempt > last).length;
}

/** After so many attempts in a row that did not end an account is tried no more, but by its name. */
export const mostUnended = 3;

/** So few accounts are asked for one by one: what all the others wrote need not be listed. */
const few = 20;

/**
 * Lists what is there, once, and reads none of it.
 * @param only ids of the accounts that matter; all without it
 */
export async function findAttempts(store: Store, scan: string, only?: readonly string[]): Promise<Found> {
  const found = new Map<string, { done: boolean; attempts: string[]; begun: string[] }>();
  const places = only === undefined || only.length > few ? [`${scan}/accounts/`] : only.map(folderOf(scan));
  for (const place of places)
    for await (const path of store.list(place)) {
      const [, , account = '', ...rest] = path.split('/');
      if (!accountPattern.test(account)) continue;
      const own = found.get(account) ?? { done: false, attempts: [], begun: [] };
      found.set(account, own);
      if (rest.join('/') === 'export.json') own.done = true;
      else if (rest[0] === 'attempts' && rest.length === 2) own.attempts.push(path);
      else if (rest[0] === 'begun' && rest.length === 2) own.begun.push(rest[1] ?? '');
    }
  return found;
}

const folderOf =
  (scan: string) =>
  (account: string): string =>
    `${accountFolder(scan, account)}/`;
