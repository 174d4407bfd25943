/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of the first 8. */
const [rounds, initial] = constants();

function constants(): readonly [Int32Array, Int32Array] {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  const fraction = (root: number): number => ((root % 1) * 0x1_0000_0000) | 0;
  return [
    Int32Array.from(primes, (p) => fraction(Math.cbrt(p))),
    Int32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p))),
  ];
}

const encoder = new TextEncoder();
const words = new Int32Array(64);
const state = new Int32Array(8);

/**
 * SHA-256 of a short text, in hexadecimal, at once: the browser's own answers later, which a search through 100,000 fingerprints
 * cannot wait for.
 */
export function sha256(text: string): string {
  const bytes = encoder.encode(text);
  const blocks = (bytes.length + 72) >> 6;
  const padded = new Uint8Array(blocks * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000));
  view.setUint32(padded.length - 4, bytes.length << 3);
  state.set(initial);
  for (let block = 0; block < blocks; block += 1) compress(view, block * 64);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** Plain loops and variables: this runs 64 times for each block of each fingerprint. */
function compress(view: DataView, at: number): void {
  for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(at + i * 4);
  for (let i = 16; i < 64; i += 1) {
    const a = word(i - 15);
    const b = word(i - 2);
    const s0 = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
    const s1 = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
    words[i] = (word(i - 16) + s0 + word(i - 7) + s1) | 0;
  }
  let a = was(0);
  let b = was(1);
  let c = was(2);
  let d = was(3);
  let e = was(4);
  let f = was(5);
  let g = was(6);
  let h = was(7);
  for (let i = 0; i < 64; i += 1) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (rounds[i] ?? 0) + word(i)) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0] = (was(0) + a) | 0;
  state[1] = (was(1) + b) | 0;
  state[2] = (was(2) + c) | 0;
  state[3] = (was(3) + d) | 0;
  state[4] = (was(4) + e) | 0;
  state[5] = (was(5) + f) | 0;
  state[6] = (was(6) + g) | 0;
  state[7] = (was(7) + h) | 0;
}

const word = (i: number): number => words[i] ?? 0;
const was = (i: number): number => state[i] ?? 0;
