import type { Dimension, State } from './state.ts';
import { dimensions, fromHash, initial, toHash } from './state.ts';

/** Is told of every change. */
type Listener = (state: State, before: State) => void;

/** The state of the page and who wants to know of its changes. */
export class Store {
  state: State;
  readonly #listeners: Listener[] = [];

  constructor() {
    this.state = fromHash(location.hash);
    addEventListener('hashchange', () => {
      if (location.hash !== toHash(this.state)) this.#set(fromHash(location.hash));
    });
  }

  listen(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** Changes the state; the URL follows. `quiet`: no step of its own in the browser's history. */
  change(change: Partial<State>, quiet = true): void {
    const next = { ...this.state, ...change };
    if (quiet) history.replaceState(null, '', toHash(next));
    else history.pushState(null, '', toHash(next));
    this.#set(next);
  }

  choose(dimension: Dimension, values: ReadonlySet<string>): void {
    this.change({ chosen: { ...this.state.chosen, [dimension]: values } });
  }

  /** Shows the findings with exactly these values chosen, as a click in a picture does. */
  show(values: Partial<Record<Dimension, readonly string[]>>): void {
    const chosen: Record<Dimension, ReadonlySet<string>> = { ...initial().chosen };
    for (const dimension of dimensions) {
      const own = values[dimension];
      if (own !== undefined) chosen[dimension] = new Set(own);
    }
    this.change({ page: 'findings', chosen, search: '', open: undefined }, false);
  }

  #set(next: State): void {
    const before = this.state;
    this.state = next;
    for (const listener of this.#listeners) listener(next, before);
  }
}
