import type { Turn } from './turns.ts';
import { Turns } from './turns.ts';

/** More than most buckets hold: who was not throttled by then may grow. */
const enough = 20;

/** A counting semaphore that grows with its successes; those who try again go to the front. */
export class Slots {
  #used = 0;
  #size: number;
  #successes = 0;
  #step = 0;
  readonly #most: number;
  readonly #waiting = new Turns();

  constructor(size: number, most = size) {
    this.#size = size;
    this.#most = most;
  }

  /** After enough successes one more slot with every other success, up to the most. */
  grow(): void {
    if (++this.#successes < enough || this.#size >= this.#most || ++this.#step % 2 > 0) return;
    this.#size += 1;
    this.#admit();
  }

  /** Two at a time, unless it has grown already. */
  beCareful(): void {
    if (this.#successes < enough) this.#size = Math.min(this.#size, 2);
  }

  /** How many there are at present. */
  get size(): number {
    return this.#size;
  }

  take(turn: Turn): Promise<void> | void {
    if (this.#used < this.#size) {
      this.#used += 1;
      return;
    }
    return new Promise((resolve) => this.#waiting.push(turn, resolve));
  }

  release(): void {
    this.#used -= 1;
    this.#admit();
  }

  #admit(): void {
    while (this.#used < this.#size) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#used += 1;
      next();
    }
  }
}
