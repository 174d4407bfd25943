import { WrongShape } from '../inventory/shape.ts';
import { AuditError, messageOf } from '../program/errors.ts';
import { exportPath, findAttempts, isDone, mayPass, mostUnended, unended } from './attempts.ts';
import type { ScanAccounts } from './engine.ts';
import { scanOne } from './engine.ts';
import type { AccountExport } from './export.ts';
import { Gate } from './gate.ts';
import type { AccountJob } from './job.ts';
import { jobOf } from './job.ts';
import type { ManifestAccount, SealedManifest } from './manifest.ts';
import { notEnded } from './merge/read.ts';
import type { Store } from './store.ts';

/** What is to become of a job. Results are in the store alone. */
export type Taken =
  /** The account is through, by us or somebody else. */
  | { readonly kind: 'done'; readonly ended?: AccountExport }
  /** What ended it passes: it may be tried again after a while. */
  | { readonly kind: 'again'; readonly why: string }
  /** To try again does not help. */
  | { readonly kind: 'over'; readonly why: string }
  /** It is nothing that this worker may do. */
  | { readonly kind: 'refused'; readonly why: string }
  /** We stop: it is another worker's. */
  | { readonly kind: 'back' };

type Scan = ScanAccounts['unit'];

export interface WorkerOptions {
  readonly store: Store;
  readonly version: string;
  /**
   * The plan of a scan, out of the store.
   * @throws AuditError `usage` or `snapshot` where there is none that can be used
   */
  readonly manifestOf: (scan: string) => Promise<SealedManifest>;
  /** How the accounts of a plan are read. @throws AuditError where none of them can be */
  readonly unitOf: (manifest: SealedManifest) => Promise<Scan>;
  /** Ends when the worker stops. */
  readonly signal: AbortSignal;
  /** Told why no account can be read any more. */
  readonly end: (why: AuditError) => void;
  readonly onEnd?: (account: ManifestAccount, ended: AccountExport) => void;
}

/** Takes the jobs of a queue: what one means is said by the plan that the store holds, never by the job. */
export class AccountWorker {
  readonly #options: WorkerOptions;
  readonly #gate = new Gate();

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  /** @param data what came out of the queue */
  async take(data: unknown): Promise<Taken> {
    const { signal, end } = this.#options;
    if (signal.aborted) return { kind: 'back' };
    try {
      return await this.#take(data);
    } catch (error) {
      // The store or our own credentials: what is read from now on would be lost.
      end(error instanceof AuditError ? error : new AuditError('internal', messageOf(error), { cause: error }));
      return { kind: 'back' };
    }
  }

  async #take(data: unknown): Promise<Taken> {
    const found = await this.#accountOf(data);
    if ('why' in found) return { kind: 'refused', why: found.why };
    const { job, manifest, account } = found;
    const { store } = this.#options;
    if ((await store.get(exportPath(job.scan, job.account))) !== undefined) return { kind: 'done' };
    const there = (await findAttempts(store, job.scan, [job.account])).get(job.account);
    const gone = there === undefined ? 0 : unended(there);
    if (gone >= mostUnended && job.named !== true) return { kind: 'over', why: notEnded(gone).message };
    // One that did not end may have ended its process: it is read alone, so that no other is taken along.
    return this.#gate.pass(gone > 0, () => this.#scan(account, manifest));
  }

  async #scan(account: ManifestAccount, manifest: SealedManifest): Promise<Taken> {
    const { store, version, signal, unitOf, end, onEnd } = this.#options;
    if (signal.aborted) return { kind: 'back' };
    const unit = await unitOf(manifest);
    let stops = false;
    const ended = await scanOne(account, { store, manifest, version, unit }, signal, (why) => {
      stops = true;
      end(why);
    });
    if (ended === undefined) return { kind: 'done' };
    onEnd?.(account, ended);
    if (stops || ended.cause?.kind === 'interrupted') return { kind: 'back' };
    if (isDone(ended)) return { kind: 'done', ended };
    const why = ended.cause?.message ?? ended.status;
    return mayPass(ended) ? { kind: 'again', why } : { kind: 'over', why };
  }

  async #accountOf(
    data: unknown,
  ): Promise<
    | { readonly job: AccountJob; readonly manifest: SealedManifest; readonly account: ManifestAccount }
    | { readonly why: string }
  > {
    try {
      const job = jobOf(data);
      const manifest = await this.#options.manifestOf(job.scan);
      if (manifest.sha256 !== job.manifest)
        return { why: `the plan of ${job.scan} in the store is not the one that the job was made from` };
      const account = manifest.accounts.find(({ id }) => id === job.account);
      if (account === undefined) return { why: `account ${job.account} is not in the plan of ${job.scan}` };
      if (account.skip !== undefined)
        return { why: `the plan of ${job.scan} skips account ${job.account}: ${account.skip}` };
      return { job, manifest, account };
    } catch (error) {
      if (error instanceof WrongShape) return { why: `it is no job of audit: ${error.message}` };
      if (error instanceof AuditError && (error.code === 'usage' || error.code === 'snapshot'))
        return { why: error.message };
      throw error;
    }
  }
}
