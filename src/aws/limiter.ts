import { retryOf } from './errors.ts';

/** What the limiter did, for progress and coverage. */
export interface LimiterStats {
  sent: number;
  throttled: number;
  retried: number;
}

interface Lane {
  /** Requests per second; undefined until the first throttle. */
  rate: number | undefined;
  /** When the next request may start, in ms. */
  nextAt: number;
  holdUntil: number;
  lastCut: number;
  lastRaise: number;
  /** Start times of the requests that succeeded within the last second. */
  successes: number[];
  roundTrip: number;
}

export interface LimiterOptions {
  /** Requests in flight over all services and regions. */
  concurrency?: number;
  /** Requests in flight per service and region. */
  perPool?: number;
  /** Requests per second over all services and regions; undefined = no cap. */
  maxRate?: number | undefined;
  now?: () => number;
  random?: () => number;
}

const throttleTries = 12;
const transientTries = 3;

/**
 * Sends requests as fast as AWS takes them: no pacing until the first throttle of an operation in a region; then a rate
 * of three quarters of what just succeeded, one cut per round trip, raised by one per second each second.
 * The SDK's own retry is off: its quota runs dry and loses answers under load.
 */
export class Limiter {
  readonly stats: LimiterStats = { sent: 0, throttled: 0, retried: 0 };
  readonly #lanes = new Map<string, Lane>();
  readonly #global: Slots;
  readonly #pools = new Map<string, Slots>();
  readonly #perPool: number;
  readonly #gap: number;
  readonly #now: () => number;
  readonly #random: () => number;
  #nextGlobalAt = 0;

  constructor(options: LimiterOptions = {}) {
    this.#global = new Slots(options.concurrency ?? 128);
    this.#perPool = options.perPool ?? 10;
    this.#gap = options.maxRate === undefined ? 0 : 1000 / options.maxRate;
    this.#now = options.now ?? (() => performance.now());
    this.#random = options.random ?? Math.random;
  }

  /**
   * Runs `send` when its turn comes and again when AWS throttles it or the network fails.
   * @param pool service and region, e.g. `iam/us-east-1`
   * @param operation e.g. `ListUsers`: throttles are counted per operation, as AWS does
   * @throws whatever `send` threw last, when the tries are used up or trying again is pointless
   */
  async run<T>(pool: string, operation: string, send: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const lane = this.#lane(`${pool}/${operation}`);
    const slots = this.#pool(pool);
    let throttles = 0;
    let transients = 0;
    for (;;) {
      await slots.take(throttles > 0);
      try {
        await this.#turn(lane);
        await this.#global.take(throttles > 0);
        try {
          signal?.throwIfAborted();
          const started = this.#now();
          this.stats.sent += 1;
          try {
            const answer = await send();
            this.#succeeded(lane, started);
            return answer;
          } catch (error) {
            const retry = retryOf(error);
            if (retry === 'throttled' && ++throttles < throttleTries) this.#throttled(lane);
            else if (retry === 'transient' && ++transients < transientTries) this.stats.retried += 1;
            else throw error;
          }
        } finally {
          this.#global.release();
        }
      } finally {
        slots.release();
      }
      if (transients > 0 && throttles === 0) await sleep(100 * 2 ** transients * (0.5 + this.#random()));
    }
  }

  /** Waits for the operation's and the run's pace. */
  async #turn(lane: Lane): Promise<void> {
    for (;;) {
      const now = this.#now();
      let at = lane.rate === undefined ? now : Math.max(lane.holdUntil, lane.nextAt);
      if (this.#gap > 0) at = Math.max(at, this.#nextGlobalAt);
      if (at <= now) {
        if (lane.rate !== undefined) {
          this.#raise(lane, now);
          lane.nextAt = Math.max(now, lane.nextAt) + 1000 / lane.rate;
        }
        if (this.#gap > 0) this.#nextGlobalAt = Math.max(now, this.#nextGlobalAt) + this.#gap;
        return;
      }
      await sleep(at - now);
    }
  }

  #raise(lane: Lane, now: number): void {
    if (lane.rate === undefined) return;
    const seconds = Math.floor((now - lane.lastRaise) / 1000);
    if (seconds >= 1) {
      lane.rate += seconds;
      lane.lastRaise += seconds * 1000;
    }
  }

  #succeeded(lane: Lane, started: number): void {
    const now = this.#now();
    lane.roundTrip = now - started;
    lane.successes.push(now);
    const since = now - 1000;
    while (lane.successes[0] !== undefined && lane.successes[0] < since) lane.successes.shift();
  }

  #throttled(lane: Lane): void {
    this.stats.throttled += 1;
    const now = this.#now();
    // Requests already in flight when the rate was cut say nothing about the new rate.
    if (now - lane.lastCut < Math.max(lane.roundTrip, 250)) return;
    const recent = lane.successes.filter((at) => at >= now - 1000).length;
    lane.rate = Math.max(1, 0.75 * (lane.rate === undefined ? recent : Math.min(Math.max(recent, 1), lane.rate)));
    lane.lastCut = now;
    lane.lastRaise = now;
    lane.holdUntil = now + 250 + 100 * this.#random();
    lane.nextAt = lane.holdUntil;
  }

  #lane(key: string): Lane {
    let lane = this.#lanes.get(key);
    if (lane === undefined) {
      lane = { rate: undefined, nextAt: 0, holdUntil: 0, lastCut: -Infinity, lastRaise: 0, successes: [], roundTrip: 0 };
      this.#lanes.set(key, lane);
    }
    return lane;
  }

  #pool(key: string): Slots {
    let slots = this.#pools.get(key);
    if (slots === undefined) this.#pools.set(key, (slots = new Slots(this.#perPool)));
    return slots;
  }
}

/** A counting semaphore; those who try again go to the front. */
class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(size: number) {
    this.#free = size;
  }

  take(first: boolean): Promise<void> | void {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    return new Promise((resolve) => {
      if (first) this.#waiting.unshift(resolve);
      else this.#waiting.push(resolve);
    });
  }

  release(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
