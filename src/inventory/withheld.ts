/**
 * Texts that a list call answered and that may hold secrets. They are kept out of the items, which are saved and reported,
 * and handed to the facet that examines them: once, then they are forgotten.
 */
export class Withheld<T> {
  readonly #texts = new Map<string, T>();

  /** Keeps the text of a resource. False when there is one already: the list named the resource twice. */
  put(id: string, text: T): boolean {
    if (this.#texts.has(id)) return false;
    this.#texts.set(id, text);
    return true;
  }

  /** @throws `NotListed`, a failure like any other, when the list that was just read does not name the resource (any more) */
  take(id: string): T {
    const text = this.#texts.get(id);
    if (text === undefined) throw Object.assign(new Error('the resource is no longer listed'), { name: 'NotListed' });
    this.#texts.delete(id);
    return text;
  }
}
