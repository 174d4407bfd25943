import { WrongShape, objectAt, textAt } from '../inventory/shape.ts';
import type { SealedManifest } from './manifest.ts';
import { accountPattern, scanPattern } from './manifest.ts';

/**
 * One account that is to be scanned, as it waits in a queue: which, and of which plan. How it is reached and what it is asked stands in
 * the plan, in the store; whoever can write to the queue can have no other account or role read.
 */
export interface AccountJob {
  readonly scan: string;
  /** SHA-256 of the manifest. */
  readonly manifest: string;
  readonly account: string;
  /** Somebody named the account: it is tried whatever became of it before. */
  readonly named?: true;
}

const members = ['scan', 'manifest', 'account', 'named'];

export const jobFor = ({ scan, sha256 }: SealedManifest, account: string, named: boolean): AccountJob => ({
  scan,
  manifest: sha256,
  account,
  ...(named ? { named: true } : {}),
});

/** The same account of the same plan is the same job: it waits once. */
export const jobId = ({ scan, account }: Pick<AccountJob, 'scan' | 'account'>): string => `${scan}-${account}`;

/** @throws WrongShape for anything but what `jobFor` gives */
export function jobOf(value: unknown): AccountJob {
  const job = objectAt(value, 'the job');
  const other = Object.keys(job).find((name) => !members.includes(name));
  if (other !== undefined) throw new WrongShape(`the job's member ${JSON.stringify(other)}`, 'one of a job');
  const scan = textAt(job['scan'], 'scan');
  if (!scanPattern.test(scan)) throw new WrongShape('scan', 'the id of a scan');
  const manifest = textAt(job['manifest'], 'manifest');
  if (!/^[0-9a-f]{64}$/.test(manifest)) throw new WrongShape('manifest', 'a SHA-256');
  const account = textAt(job['account'], 'account');
  if (!accountPattern.test(account)) throw new WrongShape('account', 'an account: twelve digits');
  if (job['named'] !== undefined && job['named'] !== true) throw new WrongShape('named', 'true');
  return { scan, manifest, account, ...(job['named'] === true ? { named: true } : {}) };
}
