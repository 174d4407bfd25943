/** Says that a line is longer than any that was written. */
export class LineTooLong extends Error {
  readonly line: number;

  constructor(line: number, most: number) {
    super(`is longer than ${most / 1_048_576} MiB`);
    this.name = 'LineTooLong';
    this.line = line;
  }
}

/** Cuts bytes that come in pieces into lines, in time and memory that go with what comes. */
export class Lines {
  readonly #most: number;
  #parts: Uint8Array[] = [];
  #size = 0;
  #count = 0;

  /** @param most bytes of a line */
  constructor(most: number) {
    this.#most = most;
  }

  /** The lines that end in this piece, without their line breaks. @throws LineTooLong */
  *push(piece: Uint8Array): Generator<Uint8Array> {
    let from = 0;
    for (let end = piece.indexOf(10); end !== -1; end = piece.indexOf(10, from)) {
      this.#keep(piece.subarray(from, end));
      from = end + 1;
      yield this.#take();
    }
    if (from < piece.length) this.#keep(piece.subarray(from));
  }

  /** What comes after the last line break, if anything does. */
  rest(): Uint8Array | undefined {
    return this.#size === 0 ? undefined : this.#take();
  }

  #keep(part: Uint8Array): void {
    this.#size += part.length;
    if (this.#size > this.#most) throw new LineTooLong(this.#count + 1, this.#most);
    this.#parts.push(part);
  }

  #take(): Uint8Array {
    const [only] = this.#parts;
    const line = this.#parts.length === 1 && only !== undefined ? only : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#size = 0;
    this.#count += 1;
    return line;
  }
}

/** Whether JSON holds more than so many objects and lists within each other: whoever walks through it calls itself. */
export function isDeeper(json: string, most: number): boolean {
  // Each level takes at least two letters.
  if (json.length <= 2 * most) return false;
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    if (inText) {
      if (unit === 0x5c) at += 1;
      else if (unit === 0x22) inText = false;
    } else if (unit === 0x22) inText = true;
    else if (unit === 0x5b || unit === 0x7b) {
      depth += 1;
      if (depth > most) return true;
    } else if (unit === 0x5d || unit === 0x7d) depth -= 1;
  }
  return false;
}
