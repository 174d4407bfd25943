/** How many steps a limit is counted in: a watch ends at most one step late. */
const steps = 28;

interface Watch {
  /** The step at which it is over. */
  readonly due: number;
  readonly late: () => void;
}

/**
 * Bounds how long things take, in time during which this process listened. A process that was held up, by judging a large
 * list or by a machine that is too busy, finds its timers over before it has looked at what came in meanwhile: such a
 * stretch counts as one step, however long it was.
 */
export class Deadlines {
  readonly #stepMs: number;
  /** All have the same limit: who came first is over first. */
  readonly #watches = new Set<Watch>();
  #timer: NodeJS.Timeout | undefined;
  #step = 0;

  /** @param limitMs how long each may take, in ms */
  constructor(limitMs: number) {
    this.#stepMs = limitMs / steps;
  }

  /** Calls `late` once the limit is over. @returns what ends the watch before */
  watch(late: () => void): () => void {
    // The step that is under way does not count.
    const watch = { due: this.#step + steps + 1, late };
    this.#watches.add(watch);
    this.#timer ??= setInterval(() => this.#next(), this.#stepMs);
    return () => {
      this.#watches.delete(watch);
      if (this.#watches.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  #next(): void {
    this.#step += 1;
    for (const watch of this.#watches) {
      if (watch.due > this.#step) return;
      this.#watches.delete(watch);
      watch.late();
    }
  }
}
