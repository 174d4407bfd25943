interface Waiting<T> {
  readonly name: string;
  readonly resolve: (value: T | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Joins questions about single names that are asked at the same time into one request.
 * A request that fails fails for all its names.
 */
export class Batch<T> {
  readonly #most: number;
  readonly #read: (names: readonly string[]) => Promise<ReadonlyMap<string, T>>;
  #waiting: Waiting<T>[] = [];
  #scheduled = false;

  /** @param most how many names one request takes */
  constructor(most: number, read: (names: readonly string[]) => Promise<ReadonlyMap<string, T>>) {
    this.#most = most;
    this.#read = read;
  }

  /** The answer for a name; undefined when the request succeeded and did not give it. */
  get(name: string): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ name, resolve, reject });
      if (this.#waiting.length >= this.#most) this.#send();
      else if (!this.#scheduled) {
        this.#scheduled = true;
        setImmediate(() => {
          this.#scheduled = false;
          this.#send();
        });
      }
    });
  }

  #send(): void {
    const asked = this.#waiting;
    this.#waiting = [];
    if (asked.length === 0) return;
    this.#read(asked.map(({ name }) => name)).then(
      (answers) => {
        for (const { name, resolve } of asked) resolve(answers.get(name));
      },
      (reason: unknown) => {
        for (const { reject } of asked) reject(reason);
      },
    );
  }
}
