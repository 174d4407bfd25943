/** What the first throttle teaches: a rate per second, and how many requests AWS took before it. */
export interface Learned {
  readonly rate: number;
  readonly burst: number;
}

/**
 * The pace of one operation in one region (or of a whole service there). Free until AWS throttles it for the first
 * time; then it keeps a little below what was seen to succeed and feels its way up again.
 */
export class Pacer {
  /** Requests per second; undefined until the first throttle. */
  #rate: number | undefined;
  /** What AWS took per second when it last throttled. */
  #ceiling = Infinity;
  #nextAt = 0;
  #lastRaise = 0;
  #roundTrip = 0;
  #cuts = 0;
  /** Requests that may still be sent before the pace holds, where it was learned elsewhere. */
  #credit = 0;
  /** When the rate was cut last, in ms; -Infinity = never. */
  lastCut = -Infinity;
  /** End times of the requests that succeeded within the last second. */
  readonly #successes: number[] = [];

  /** Reserves the next free moment, in ms; `now` when the pacer is free. */
  reserve(now: number): number {
    if (this.#rate === undefined) return now;
    if (this.#credit > 0) {
      this.#credit -= 1;
      // What the pace would have given meanwhile is given already.
      this.#lastRaise = now;
      return now;
    }
    this.#raise(now);
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + 1000 / this.#rate;
    return at;
  }

  succeeded(now: number, roundTrip: number): void {
    this.#roundTrip = roundTrip;
    this.#successes.push(now);
    while (this.#successes[0] !== undefined && this.#successes[0] < now - 1000) this.#successes.shift();
  }

  /** How many succeeded within the last second. */
  recent(now: number): number {
    return this.#successes.filter((at) => at >= now - 1000).length;
  }

  /** Requests per second; undefined while nothing is known of what AWS takes. */
  get rate(): number | undefined {
    return this.#rate;
  }

  /** Whether nothing is known of what AWS takes. */
  get free(): boolean {
    return this.#rate === undefined;
  }

  /** Takes over what was learned in another region, before AWS throttles here too. What is known already stays. */
  adopt(now: number, { rate, burst }: Learned): void {
    if (this.#rate !== undefined) return;
    this.#ceiling = rate;
    this.#rate = rate;
    this.#credit = Math.max(0, burst - this.recent(now));
    this.#lastRaise = now;
    this.#nextAt = now;
  }

  /**
   * Cuts the rate, once per round trip: requests that were in flight then say nothing about the new rate.
   * @returns what the first throttle taught; undefined for the later ones
   */
  throttled(now: number, jitter: number): Learned | undefined {
    if (now - this.lastCut < Math.max(this.#roundTrip, 350)) return undefined;
    const first = this.#cuts === 0;
    const recent = this.recent(now);
    // The first burst also emptied AWS's bucket: what it took then is more than it refills.
    const seen = first ? 0.7 * recent : Math.min(this.#rate ?? Infinity, Math.max(recent, 1));
    this.#ceiling = Math.max(1, seen);
    const rate = Math.max(1, 0.85 * this.#ceiling);
    this.#rate = rate;
    this.lastCut = now;
    this.#cuts += 1;
    this.#lastRaise = now;
    this.#nextAt = now + 200 + 100 * jitter;
    this.#credit = 0;
    return first ? { rate, burst: recent } : undefined;
  }

  /**
   * Back to just below the ceiling within a second or two; beyond it carefully. As long as the first burst is all that is
   * known of the ceiling, it is most likely higher, and is looked for in bigger steps.
   */
  #raise(now: number): void {
    if (this.#rate === undefined) return;
    for (; now - this.#lastRaise >= 1000; this.#lastRaise += 1000) {
      const near = 0.95 * this.#ceiling;
      if (this.#cuts <= 1) this.#rate *= 1.15;
      else this.#rate = this.#rate < near ? (this.#rate + near) / 2 + 0.01 : this.#rate * 1.01;
    }
  }
}
