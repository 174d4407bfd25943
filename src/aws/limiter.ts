import type { Retry } from './errors.ts';
import { codeOf, retryOf } from './errors.ts';
import type { Share } from './host.ts';
import { Host } from './host.ts';
import { Pacer } from './pacer.ts';
import type { Pace } from './pacer.ts';
import { pause } from './pause.ts';
import { Slots } from './slots.ts';

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
}

/**
 * Sends one account's requests as fast as AWS takes them, which limits each account: a few at a time until a pool has taken more than any bucket is likely to hold,
 * then more; no pacing until the first throttle of an operation in a region; then a rate just below what succeeded. What
 * one region learned holds for the service's other regions at once, and makes all others careful.
 * The SDK's own retry is off: its quota runs dry and loses answers under load.
 */
export class Limiter {
  readonly #pools = new Map<string, Pool>();
  readonly #host: Host;
  readonly #share: Share = { held: 0, waiting: [] };
  readonly #perPool: number;
  readonly #transientTries: number;
  readonly #now: () => number;
  readonly #random: () => number;
  /** What a service's first throttle taught, by service; the operation is undefined where the whole service is limited. */
  readonly #learned = new Map<string, Map<string | undefined, Pace>>();

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
   * @throws whatever `send` threw last, when the tries are used up or trying again is pointless
   */
  async run<T>(poolKey: string, operation: string, send: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const pool = this.#pool(poolKey);
    let throttles = 0;
    let transients = 0;
    for (;;) {
      let retry: Retry;
      await pool.slots.take(throttles > 0);
      try {
        await this.#turn(pool, operation, signal);
        await this.#host.take(this.#share, throttles > 0);
        try {
          await this.#host.pass(signal);
          signal?.throwIfAborted();
          const started = this.#now();
          this.#host.stats.sent += 1;
          try {
            const answer = await send();
            this.#taken(pool, operation, started);
            return answer;
          } catch (error) {
            retry = retryOf(error);
            // "There is none" and "denied" count against AWS's limit like any answer.
            if (retry === 'none') this.#taken(pool, operation, started);
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

  #taken(pool: Pool, operation: string, started: number): void {
    const now = this.#now();
    const took = now - started;
    const { stats } = this.#host;
    stats.answerMs += (took - stats.answerMs) * (stats.answerMs === 0 ? 1 : 0.02);
    pool.whole.succeeded(now, took);
    if (pool.shared === undefined) pacerOf(pool, operation).succeeded(now, now - started);
    pool.slots.grow();
  }

  #throttled(pool: Pool, operation: string): void {
    this.#host.stats.throttled += 1;
    pool.throttled.add(operation);
    const now = this.#now();
    // Throttled although most of what succeeded was something else: the limit is not this operation's own.
    const mostlyOthers = pool.whole.recent(now) > 2 * pacerOf(pool, operation).recent(now);
    if (pool.throttled.size > 1 || mostlyOthers) pool.shared ??= pool.whole;
    const pace = pacerOf(pool, operation).throttled(now, this.#random());
    if (pace !== undefined) this.#teach(pool, pool.shared === undefined ? operation : undefined, pace, now);
  }

  /** Every pool that finds out for itself costs the requests it has in flight: the others need not. */
  #teach(from: Pool, operation: string | undefined, pace: Pace, now: number): void {
    let learned = this.#learned.get(from.service);
    if (learned === undefined) this.#learned.set(from.service, (learned = new Map<string | undefined, Pace>()));
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
        slots: new Slots(Math.min(4, this.#perPool), this.#perPool),
        pacers: new Map(),
        whole: new Pacer(),
        throttled: new Set(),
        shared: undefined,
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

function learn(pool: Pool, operation: string | undefined, pace: Pace, now: number): void {
  if (operation === undefined) pool.shared ??= pool.whole;
  pacerOf(pool, operation ?? '').adopt(now, pace);
}

function pacerOf(pool: Pool, operation: string): Pacer {
  if (pool.shared !== undefined) return pool.shared;
  let pacer = pool.pacers.get(operation);
  if (pacer === undefined) pool.pacers.set(operation, (pacer = new Pacer()));
  return pacer;
}
