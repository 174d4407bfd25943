import type { Job } from 'bullmq';
import { Queue, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { AccountJob } from '../organization/job.ts';
import { jobId } from '../organization/job.ts';
import type { Taken } from '../organization/worker.ts';
import type { AuditError } from '../program/errors.ts';
import { messageOf } from '../program/errors.ts';
import type { QueueAddress } from './address.ts';
import { isRefusal, queueError } from './connection.ts';

/** What all keys of the queue begin with: `<prefix>:accounts:`. */
const queueName = 'accounts';

/** How many jobs are in the queue. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  /** Tried again after a while. */
  readonly delayed: number;
}

/** Tries of an account that ends in a way that passes; the pauses between them double. */
const tries = 3;
/** A job whose worker is gone more often than this is given up; accounts that end their worker are, by the store, before. */
const mostStalled = 10;
const pauseMs = 15_000;
/** Jobs that are put at once. */
const chunk = 500;

/** What jobs leave behind in Redis: nothing. What became of an account is in the store, and it can be put in again. */
const gone = { removeOnComplete: true, removeOnFail: true } as const;

export interface WorkOptions {
  /** What becomes of a job. */
  readonly take: (data: unknown) => Promise<Taken>;
  readonly concurrency: number;
  /** After so long without a sign of its worker a job is another's. It is renewed at half of that, however long an account takes. */
  readonly lockMs: number;
  /** Ends when no job is left: neither waiting nor with any worker. */
  readonly drain: boolean;
  /** Ends when there was nothing to do for so long. */
  readonly idleMs: number | undefined;
  /** Ends when the queue is away for so long. */
  readonly awayMs: number;
  readonly signal: AbortSignal;
  /** Told why there is no going on, such as a queue that does not let us; it ends the signal. */
  readonly end: (why: AuditError) => void;
  /** Told of a job that is no account's. */
  readonly onRefused: (id: string, why: string) => void;
  readonly onTrouble: (why: string) => void;
}

/** Accounts of an organization that wait in Redis to be scanned. */
export class AccountQueue {
  readonly #client: Redis;
  readonly #address: QueueAddress;
  readonly #prefix: string;
  readonly #queue: Queue<AccountJob>;

  /** @param prefix of its keys: each organization has its own */
  constructor(client: Redis, address: QueueAddress, prefix: string) {
    this.#client = client;
    this.#address = address;
    this.#prefix = prefix;
    this.#queue = new Queue<AccountJob>(queueName, { connection: client, prefix });
    // Commands say what fails.
    this.#queue.on('error', () => {});
  }

  /** Puts jobs in; one that is there already stays as it is. @throws AuditError `delivery` */
  async put(jobs: readonly AccountJob[]): Promise<void> {
    await this.#asked(async () => {
      for (let at = 0; at < jobs.length; at += chunk)
        // One chunk after the other: a million jobs are not in memory as commands.
        // oxlint-disable-next-line no-await-in-loop
        await this.#queue.addBulk(
          jobs.slice(at, at + chunk).map((data) => ({
            name: 'account',
            data,
            opts: {
              jobId: jobId(data),
              attempts: tries,
              backoff: { type: 'exponential', delay: pauseMs, jitter: 0.5 },
              ...gone,
            },
          })),
        );
    });
  }

  /** @throws AuditError `delivery` */
  counts(): Promise<QueueCounts> {
    return this.#asked(async () => {
      const counts = await this.#queue.getJobCounts('wait', 'prioritized', 'active', 'delayed');
      const of = (state: string): number => counts[state] ?? 0;
      return { waiting: of('wait') + of('prioritized'), active: of('active'), delayed: of('delayed') };
    });
  }

  /** Takes jobs until there are no more, or the signal ends; what is in hand then is given back. */
  async work(options: WorkOptions): Promise<void> {
    const { concurrency, lockMs, signal, end, onTrouble } = options;
    const hand = { taken: 0, lastAt: performance.now() };
    const worker = new Worker<AccountJob>(queueName, (job, token) => process(job, token, options, hand), {
      connection: this.#client,
      prefix: this.#prefix,
      concurrency,
      lockDuration: lockMs,
      stalledInterval: lockMs / 2,
      maxStalledCount: mostStalled,
      drainDelay: 1,
      runRetryDelay: 1000,
      autorun: false,
      // Where a job stalls too often it is these that hold.
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    worker.on('error', (error) => {
      if (isRefusal(error)) end(queueError(this.#address, error));
      else if (!isCut(error)) onTrouble(messageOf(error));
    });
    const running = worker.run().catch((error: unknown) => end(queueError(this.#address, error)));
    await this.#until(options, hand);
    // It takes no more. What is in hand hears of the signal by itself, and the store waits for it, not the queue.
    const closing = worker.close();
    while (hand.taken > 0 && signal.aborted)
      // oxlint-disable-next-line no-await-in-loop
      await paused(50);
    await within(Promise.all([closing, running]), partingMs);
  }

  /** Waits until there is no reason to go on. */
  async #until({ drain, idleMs, awayMs, signal, end }: WorkOptions, hand: Readonly<Hand>): Promise<void> {
    let awaySince: number | undefined;
    while (!signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop
      await paused(lookMs, signal);
      const now = performance.now();
      if (this.#client.status !== 'ready') {
        awaySince ??= now;
        if (now - awaySince > awayMs)
          end(queueError(this.#address, new Error(`it has been away for ${Math.round(awayMs / 1000)} s`)));
        continue;
      }
      awaySince = undefined;
      if (hand.taken > 0) continue;
      if (idleMs !== undefined && now - hand.lastAt > idleMs) return;
      // oxlint-disable-next-line no-await-in-loop
      if (drain && (await this.#isEmpty())) return;
    }
  }

  async #isEmpty(): Promise<boolean> {
    const { waiting, active, delayed } = await this.counts();
    return waiting + active + delayed === 0;
  }

  async close(): Promise<void> {
    await within(this.#queue.close(), partingMs);
    this.#client.disconnect();
  }

  async #asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw queueError(this.#address, error);
    }
  }
}

/** What a worker has in hand. */
interface Hand {
  taken: number;
  /** When it last had something. */
  lastAt: number;
}

async function process(
  job: Job<AccountJob>,
  token: string | undefined,
  { take, onRefused }: WorkOptions,
  hand: Hand,
): Promise<void> {
  hand.taken += 1;
  const taken = await take(job.data).finally(() => {
    hand.taken -= 1;
    hand.lastAt = performance.now();
  });
  switch (taken.kind) {
    case 'done':
      return;
    case 'back':
      await job.moveToWait(token);
      throw new WaitingError();
    case 'again':
      throw new Error(taken.why);
    case 'refused':
      onRefused(job.id ?? '', taken.why);
      throw new UnrecoverableError(taken.why);
    case 'over':
      throw new UnrecoverableError(taken.why);
  }
}

/** How often a worker looks whether it is to end. */
const lookMs = 500;
/** So long a queue that is away may keep us. */
const partingMs = 5_000;

/** A connection that was cut comes again by itself. */
const isCut = (error: unknown): boolean =>
  /ECONN|EPIPE|Connection is closed|ETIMEDOUT|EAI_AGAIN|LOADING|Stream isn't writeable/.test(
    `${String((error as NodeJS.ErrnoException).code)} ${messageOf(error)}`,
  );

const paused = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });

async function within(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.catch(() => {}), late]);
  clearTimeout(timer);
}
