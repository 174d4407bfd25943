/**
 * Who is let in before whom: `first` before all others; what belongs to something that has begun (`begun`) and what begins
 * something by turns.
 */
export type Turn = 'first' | 'begun' | 'usual';

/** Those who wait. */
export class Turns {
  readonly #first: (() => void)[] = [];
  readonly #begun: (() => void)[] = [];
  readonly #usual: (() => void)[] = [];
  #last: Turn = 'usual';

  get isEmpty(): boolean {
    return this.#first.length + this.#begun.length + this.#usual.length === 0;
  }

  push(turn: Turn, go: () => void): void {
    if (turn === 'first') this.#first.push(go);
    else if (turn === 'begun') this.#begun.push(go);
    else this.#usual.push(go);
  }

  /** Who goes next. */
  shift(): (() => void) | undefined {
    const first = this.#first.shift();
    if (first !== undefined) return first;
    this.#last = this.#last === 'begun' ? 'usual' : 'begun';
    const [one, other] = this.#last === 'begun' ? [this.#begun, this.#usual] : [this.#usual, this.#begun];
    return one.shift() ?? other.shift();
  }
}
