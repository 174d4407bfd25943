/**
 * All that one examination unpacks and decodes, in bytes: several times the longest template and hundreds of times the longest
 * user data. Reading it takes about half a second; kilobytes of packed data could stand for hours without it.
 */
const mostBytes = 4 * 1024 * 1024;
/** What a text costs beside its length, in bytes: starting on one takes as long as reading so many. */
const perText = 64;

/** deflate makes data at most so many times smaller: https://zlib.net/zlib_tech.html */
const mostPackedTimes = 1032;
/**
 * What data costs at most that cannot be unpacked or comes to too much, in bytes. Nobody tells how far unpacking got before it
 * failed. It leaves something for others: a secret in a small part is found though there is a bomb before it.
 */
const mostPerFailure = 1024 * 1024;

const mostWords = 200_000;
const mostPacked = 100;

/** Says of a text that there is more in it than is looked into. */
const tooMuch = (what: string): RangeError =>
  new RangeError(`the text has more than ${what}, so it was not examined in full`);

/**
 * What one examination may still look into, over all parts of its texts and parts of these. The same text always comes as far,
 * however fast the machine is. Each method throws a RangeError when there is no more.
 */
export class Budget {
  #bytes = mostBytes;
  #words = mostWords;
  #packed = mostPacked;

  /** How long the next text may be, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** For a text of some bytes. */
  text(length: number): void {
    this.#spend(length + perText);
  }

  /** For some bytes that were packed and could not be unpacked. */
  failure(length: number): void {
    this.#spend(Math.min(length * mostPackedTimes, mostPerFailure) + perText);
  }

  /** For some bytes that were packed and come to more than is left. */
  exceeded(length: number): never {
    this.#refuse(length * mostPackedTimes);
  }

  /** For a word that may be encoded. */
  word(): void {
    if (this.#bytes === 0) this.#refuse(0);
    this.#words -= 1;
    if (this.#words < 0) throw tooMuch(`${mostWords} words that may be encoded`);
  }

  /** For a packed part that stands as it is in a text. */
  packed(): void {
    this.#packed -= 1;
    if (this.#packed < 0) throw tooMuch(`${mostPacked} packed parts`);
  }

  #spend(bytes: number): void {
    if (bytes > this.#bytes) this.#refuse(bytes);
    this.#bytes -= bytes;
  }

  #refuse(bytes: number): never {
    this.#bytes -= Math.min(bytes, mostPerFailure, this.#bytes);
    throw tooMuch(`${mostBytes / 1024 / 1024} MB in encoded parts`);
  }
}
