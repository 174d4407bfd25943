import type { Pace } from './pace.ts';
import { PaceMeter } from './pace.ts';
import { pause } from './pause.ts';
import type { Turn } from './turns.ts';
import { Turns } from './turns.ts';

/** What was sent over all accounts, for progress. */
export interface TrafficStats {
  sent: number;
  throttled: number;
  retried: number;
}

export interface HostOptions {
  /** Requests in flight over all accounts, services and regions. */
  concurrency?: number;
  /** Requests per second over all of them; undefined = no cap. */
  maxRate?: number | undefined;
  now?: () => number;
  /** How long this program was busy since it began, in ms. */
  busyMs?: () => number;
}

/** What one account has in flight, and what of it waits. */
export class Share {
  held = 0;
  readonly waiting = new Turns();
}

/** What this machine sends, whoever is asked: AWS limits accounts, sockets and processor limit all of them together. */
export class Host {
  readonly stats: TrafficStats = { sent: 0, throttled: 0, retried: 0 };
  readonly meter: PaceMeter;
  /** Ms between two requests; 0 = no cap. */
  readonly #gap: number;
  readonly #now: () => number;
  readonly #concurrency: number;
  #held = 0;
  /** Accounts that wait for a slot. */
  readonly #waiting = new Set<Share>();
  #gate: Promise<void> = Promise.resolve();
  #lastPass = -Infinity;

  constructor(options: HostOptions = {}) {
    this.#concurrency = options.concurrency ?? 128;
    this.meter = new PaceMeter(this.#concurrency, options.busyMs);
    this.#gap = options.maxRate === undefined ? 0 : 1000 / options.maxRate;
    this.#now = options.now ?? (() => performance.now());
  }

  /** How fast AWS answers of late; undefined before it has. */
  pace(): Omit<Pace, 'pool'> | undefined {
    const seen = this.meter.pace(this.#now());
    return seen === undefined || this.#gap === 0 ? seen : { ...seen, most: Math.min(seen.most, 1000 / this.#gap) };
  }

  /** Takes a slot. @param turn before what else the account has waiting */
  take(share: Share, turn: Turn): Promise<void> | void {
    if (this.#held < this.#concurrency) return this.#hold(share);
    this.#waiting.add(share);
    return new Promise((resolve) => share.waiting.push(turn, resolve));
  }

  /** Gives it to the account that holds fewest: one whose answers do not come must not keep the others from asking. */
  release(share: Share): void {
    share.held -= 1;
    this.#held -= 1;
    let next: Share | undefined;
    for (const each of this.#waiting) if (next === undefined || each.held < next.held) next = each;
    const go = next?.waiting.shift();
    if (next === undefined || go === undefined) return;
    if (next.waiting.isEmpty) this.#waiting.delete(next);
    this.#hold(next);
    go();
  }

  #hold(share: Share): void {
    share.held += 1;
    this.#held += 1;
  }

  /**
   * Waits for the run's pace: one request per gap, counted from when the one before really left. Moments that were given
   * out beforehand would be used all at once by a process that was held up.
   */
  pass(signal: AbortSignal | undefined): Promise<void> | void {
    if (this.#gap === 0) return;
    const turn = this.#gate.then(async () => {
      const wait = this.#lastPass + this.#gap - this.#now();
      if (wait > 0) await pause(Math.ceil(wait), signal);
      this.#lastPass = this.#now();
    });
    this.#gate = turn.catch(() => undefined);
    return turn;
  }
}
