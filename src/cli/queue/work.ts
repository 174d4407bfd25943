import { assertCanary } from '../../iam/canary.ts';
import type { SealedManifest } from '../../organization/manifest.ts';
import { AccountWorker } from '../../organization/worker.ts';
import type { AuditError } from '../../program/errors.ts';
import { version } from '../../program/version.ts';
import { isLocal } from '../../queue/address.ts';
import { connect } from '../../queue/connection.ts';
import { AccountQueue } from '../../queue/queue.ts';
import { escapeText } from '../../text/escape.ts';
import { withStop } from '../collecting.ts';
import { count } from '../columns.ts';
import { assertExternalId, planOf, usualConcurrency } from '../organization-options.ts';
import type { Units } from '../organization-scan.ts';
import { lineOf, openUnits, selectionOf } from '../organization-scan.ts';
import { say } from '../say.ts';
import { setUp } from '../setup.ts';
import { storeAt } from '../store.ts';
import { prefixOf, queueOf } from './options.ts';
import type { WorkOptions } from './work-command.ts';

const usualLock = 60;
const usualAway = 300;

/** Takes accounts out of the queue until it is stopped, or there are no more. @returns the exit code */
export async function work(options: WorkOptions): Promise<number> {
  const { address, tls } = await queueOf(options);
  const store = await storeAt(options.store, options);
  // Whose accounts these are is said by the store: a worker of one organization takes nothing of another.
  const latest = await planOf(store, undefined);
  assertExternalId(latest, options);
  assertCanary();
  const tell = options.quiet === true ? (): void => {} : (line: string): void => say(escapeText(`audit: ${line}`));
  if (!address.tls && !isLocal(address))
    tell(`${address.name} is reached without TLS: who is on the way reads the password, and may put jobs in`);
  const queue = new AccountQueue(await connect(address, tls), address, prefixOf(latest, options));
  const told = new Map<string, number>();
  let refused = 0;
  let stopped: AuditError | undefined;
  try {
    await withStop(options.timeout, async (outer) => {
      const stop = new AbortController();
      const end = (why: AuditError): void => {
        stopped ??= why;
        stop.abort(why);
      };
      outer.addEventListener('abort', () => end(outer.reason as AuditError));
      const signal = AbortSignal.any([outer, stop.signal]);
      const plans = new Plans(options, signal);
      const worker = new AccountWorker({
        store,
        version,
        signal,
        end,
        manifestOf: (scan) => planOf(store, scan),
        unitOf: async (manifest) => (await plans.of(manifest)).unit,
        onEnd(account, ended) {
          told.set(ended.status, (told.get(ended.status) ?? 0) + 1);
          tell(lineOf(account, ended));
        },
      });
      tell(`takes accounts from ${address.name}, into ${store.name}`);
      await queue.work({
        take: (data) => worker.take(data),
        concurrency: Math.ceil(options.concurrency ?? usualConcurrency),
        lockMs: (options.lock ?? usualLock) * 1000,
        awayMs: (options.away ?? usualAway) * 1000,
        drain: options.drain === true,
        idleMs: options.idle === undefined ? undefined : options.idle * 1000,
        signal,
        end,
        onRefused(id, why) {
          refused += 1;
          say(escapeText(`audit: refused the job ${id}: ${why}`));
        },
        onTrouble: (why) => tell(`the queue: ${why}`),
      });
      plans.close();
    });
  } finally {
    await queue.close();
  }
  const all = [...told.values()].reduce((sum, each) => sum + each, 0);
  const parts = ['scanned', 'partial', 'failed', 'unreachable'].map((status) => `${told.get(status) ?? 0} ${status}`);
  const line = `${count(all, 'attempt')} = ${parts.join(' + ')}${refused === 0 ? '' : `; ${refused} refused`}`;
  const incomplete = refused > 0 || all > (told.get('scanned') ?? 0);
  if (incomplete) say(`audit: ${line}`);
  else tell(line);
  if (stopped !== undefined) {
    say(escapeText(`audit: ${stopped.message}`));
    say(stopped.hint ?? 'What was in hand is given back: another worker takes it.');
    return stopped.exitCode;
  }
  return incomplete && options.allowIncomplete !== true ? 3 : 0;
}

/** How the accounts of the plans that jobs name are read: mostly there is one, now and then the next. */
class Plans {
  readonly #options: WorkOptions;
  readonly #signal: AbortSignal;
  readonly #open = new Map<string, Promise<Units>>();

  constructor(options: WorkOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
  }

  of(manifest: SealedManifest): Promise<Units> {
    let units = this.#open.get(manifest.sha256);
    if (units === undefined) {
      units = this.#opened(manifest);
      this.#open.set(manifest.sha256, units);
    }
    return units;
  }

  async #opened(manifest: SealedManifest): Promise<Units> {
    assertExternalId(manifest, this.#options);
    const setup = await setUp({ ...this.#options, ...selectionOf(manifest) });
    return openUnits(manifest, setup, { ...this.#options, region: manifest.regions }, this.#signal);
  }

  close(): void {
    for (const units of this.#open.values()) void units.then(({ close }) => close()).catch(() => {});
  }
}
