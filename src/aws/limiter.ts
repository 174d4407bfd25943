import type { Retry } from './errors.ts';
import { codeOf, retryOf } from './errors.ts';
import { Host, Share } from './host.ts';
import type { Pace, PoolPace } from './pace.ts';
import { Pacer } from './pacer.ts';
import type { Learned } from './pacer.ts';
import { pause } from './pause.ts';
import { Slots } from './slots.ts';
import type { Turn } from './turns.ts';

export interface LimiterOptions {
  /** What all accounts share; one of its own when absent. */
  host?: Host;
  /** Requests in flight per service and region. */
  perPool?: number;
  /** How often a call that fails in passing is tried in all (`max_attempts` of AWS's configuration); three times when undefined. */
  maxAttempts?: number | undefined;
  now?: () => number;
  random?: () => number;
}

const throttleTries = 12;
const usualTries = 3;

/** The requests of one service in one region. */
interface Pool {
  readonly service: string;
  readonly slots: Slots;
  readonly pacers: Map<string, Pacer>;
  /** Sees every operation's successes; paces them all once it is the shared one. */
  readonly whole: Pacer;
  /** Operations that were throttled. AWS counts per operation; where two are, the service as a whole is the limit. */
  readonly throttled: Set<string>;
  shared: Pacer | undefined;
  /** What it took since it was paced; undefined until then. */
  paced: { since: number; taken: number } | undefined;
}

/** From so many calls on a pool is given more at once while it takes them. */
const fewCalls = 30;
/** What it is given at once until then. */
const fewAtOnce = 4;

/**
 * Sends one account's requests as fast as AWS takes them, which limits each account: a few at a time until a pool has taken more than any bucket is likely to hold,
 * then more; no pacing until the first throttle of an operation in a region; then a rate just below what succeeded. What
 * one region learned holds for the service's other regions at once, and makes all others careful.
 * The SDK's own retry is off: its quota runs dry and loses answers under load.
 */
export class Limiter {
  readonly #pools = new Map<string, Pool>();
  readonly #host: Host;
  readonly #share = new Share();
  readonly #perPool: number;
  readonly #transientTries: number;
  readonly #now: () => number;
  readonly #random: () => number;
  /** What a service's first throttle taught, by service; the operation is undefined where the whole service is limited. */
  readonly #learned = new Map<string, Map<string | undefined, Learned>>();

  constructor(options: LimiterOptions = {}) {
    this.#host = options.host ?? new Host();
    this.#perPool = options.perPool ?? 10;
    this.#transientTries = options.maxAttempts ?? usualTries;
    this.#now = options.now ?? (() => performance.now());
    this.#random = options.random ?? Math.random;
  }

  /**
   * Runs `send` when its turn comes and again when AWS throttles it or the network fails.
   * @param poolKey service and region, e.g. `iam/us-east-1`
   * @param operation e.g. `ListUsers`
   * @param turn before whom it goes
   * @throws whatever `send` threw last, when the tries are used up or trying again is pointless
   */
  async run<T>(
    poolKey: string,
    operation: string,
    send: () => Promise<T>,
    signal?: AbortSignal,
    turn: Turn = 'usual',
  ): Promise<T> {
    const pool = this.#pool(poolKey);
    let throttles = 0;
    let transients = 0;
    for (;;) {
      let retry: Retry;
      // In its pool all go in the order in which they came.
      await pool.slots.take(throttles > 0 || turn === 'first' ? 'first' : 'usual');
      try {
        await this.#turn(pool, operation, signal);
        await this.#host.take(this.#share, throttles > 0 ? 'first' : turn);
        try {
          await this.#host.pass(signal);
          signal?.throwIfAborted();
          const started = this.#now();
          this.#host.stats.sent += 1;
          const alone = this.#host.meter.sent(pool.service, started);
          try {
            const answer = await send();
            this.#taken(pool, operation, started, alone);
            return answer;
          } catch (error) {
            retry = retryOf(error);
            // "There is none" and "denied" count against AWS's limit like any answer.
            if (retry === 'none') this.#taken(pool, operation, started, alone);
            else this.#host.meter.ended(pool.service, false, started, this.#now(), alone);
            if (retry === 'throttled' && ++throttles < throttleTries) this.#throttled(pool, operation);
            else if (retry === 'transient' && (transients += weightOf(error)) < this.#transientTries)
              this.#host.stats.retried += 1;
            else throw error;
          }
        } finally {
          this.#host.release(this.#share);
        }
      } finally {
        pool.slots.release();
      }
      if (retry === 'transient') await pause(100 * 2 ** transients * (0.5 + this.#random()), signal);
    }
  }

  /** Whether a service was throttled somewhere, so that its calls are paced. */
  isThrottled(service: string): boolean {
    return this.#learned.has(service);
  }

  /** How fast AWS answers of late; undefined before it has. */
  pace(): Pace | undefined {
    const seen = this.#host.pace();
    if (seen === undefined) return undefined;
    const now = this.#now();
    return { ...seen, pool: (service, region, calls) => this.#poolPace(`${service}/${region}`, calls, now) };
  }

  #poolPace(key: string, calls: number, now: number): PoolPace {
    const pool = this.#pools.get(key);
    if (pool === undefined) return { atOnce: Math.min(calls > fewCalls ? this.#perPool : fewAtOnce, this.#perPool) };
    const atOnce = calls > fewCalls ? this.#perPool : pool.slots.size;
    const rates = [...(pool.shared === undefined ? pool.pacers.values() : [pool.shared])].flatMap(
      ({ rate }) => rate ?? [],
    );
    if (rates.length === 0) return { atOnce };
    const { paced } = pool;
    const seen = paced === undefined || now - paced.since < 1000 ? 0 : (1000 * paced.taken) / (now - paced.since);
    // What it sends goes along with the slowest of its operations: it takes more than that one in all.
    return { atOnce, perSecond: Math.max(seen, Math.min(...rates)) };
  }

  /** Waits for the operation's pace. */
  async #turn(pool: Pool, operation: string, signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const now = this.#now();
      const pacer = pacerOf(pool, operation);
      const at = pacer.reserve(now);
      if (at <= now) return;
      const cut = pacer.lastCut;
      await pause(Math.ceil(at - now), signal);
      // The rate was cut meanwhile: this moment no longer counts.
      if (pacer === pacerOf(pool, operation) && pacer.lastCut === cut) return;
    }
  }

  #taken(pool: Pool, operation: string, started: number, alone: boolean): void {
    const now = this.#now();
    const took = now - started;
    this.#host.meter.ended(pool.service, true, started, now, alone);
    pool.whole.succeeded(now, took);
    if (pool.shared === undefined) pacerOf(pool, operation).succeeded(now, now - started);
    pool.slots.grow();
    count(pool.paced, now);
  }

  #throttled(pool: Pool, operation: string): void {
    this.#host.stats.throttled += 1;
    pool.throttled.add(operation);
    const now = this.#now();
    // Throttled although most of what succeeded was something else: the limit is not this operation's own.
    const mostlyOthers = pool.whole.recent(now) > 2 * pacerOf(pool, operation).recent(now);
    if (pool.throttled.size > 1 || mostlyOthers) pool.shared ??= pool.whole;
    pool.paced ??= { since: now, taken: 0 };
    const pace = pacerOf(pool, operation).throttled(now, this.#random());
    if (pace !== undefined) this.#teach(pool, pool.shared === undefined ? operation : undefined, pace, now);
  }

  /** Every pool that finds out for itself costs the requests it has in flight: the others need not. */
  #teach(from: Pool, operation: string | undefined, pace: Learned, now: number): void {
    let learned = this.#learned.get(from.service);
    if (learned === undefined) this.#learned.set(from.service, (learned = new Map<string | undefined, Learned>()));
    learned.set(operation, pace);
    for (const pool of this.#pools.values()) {
      if (pool === from) continue;
      pool.slots.beCareful();
      if (pool.service === from.service) learn(pool, operation, pace, now);
    }
  }

  #pool(key: string): Pool {
    let pool = this.#pools.get(key);
    if (pool === undefined) {
      const service = key.slice(0, key.indexOf('/'));
      pool = {
        service,
        slots: new Slots(Math.min(fewAtOnce, this.#perPool), this.#perPool),
        pacers: new Map(),
        whole: new Pacer(),
        throttled: new Set(),
        shared: undefined,
        paced: undefined,
      };
      this.#pools.set(key, pool);
      if (this.#learned.size > 0) pool.slots.beCareful();
      for (const [operation, pace] of this.#learned.get(service) ?? []) learn(pool, operation, pace, this.#now());
    }
    return pool;
  }
}

/** What was waited for in vain once is tried once more only. */
const weightOf = (error: unknown): number => (codeOf(error) === 'TimeoutError' ? 2 : 1);

function learn(pool: Pool, operation: string | undefined, pace: Learned, now: number): void {
  if (operation === undefined) pool.shared ??= pool.whole;
  pacerOf(pool, operation ?? '').adopt(now, pace);
  pool.paced ??= { since: now, taken: 0 };
}

/** Counts what a paced pool takes; what is long past counts less. */
function count(paced: Pool['paced'], now: number): void {
  if (paced === undefined) return;
  paced.taken += 1;
  if (now - paced.since < 20_000) return;
  paced.taken /= 2;
  paced.since += (now - paced.since) / 2;
}

function pacerOf(pool: Pool, operation: string): Pacer {
  if (pool.shared !== undefined) return pool.shared;
  let pacer = pool.pacers.get(operation);
  if (pacer === undefined) pool.pacers.set(operation, (pacer = new Pacer()));
  return pacer;
}
