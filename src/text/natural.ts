const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/**
 * Orders names as people do: `bkt-2` before `bkt-10`. A run of digits counts as a number, everything else by its code
 * units: the same on every machine, and never 0 for two texts that differ.
 */
export function compareNaturally(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  if (at === a.length || at === b.length) return a.length - b.length;
  let from = at;
  while (from > 0 && isDigit(a.charCodeAt(from - 1))) from -= 1;
  if (isDigit(a.charCodeAt(from)) && isDigit(b.charCodeAt(from))) {
    const [start, otherStart] = [afterZeros(a, from), afterZeros(b, from)];
    const [end, otherEnd] = [afterDigits(a, start), afterDigits(b, otherStart)];
    // Without leading zeros the longer number is the greater one.
    if (end - start !== otherEnd - otherStart) return end - start - (otherEnd - otherStart);
    // `01` and `1`: perhaps the same number, and yet two names.
    if (end !== otherEnd) {
      const [significant, other] = [a.slice(start, end), b.slice(otherStart, otherEnd)];
      return significant === other ? otherEnd - end : significant < other ? -1 : 1;
    }
  }
  return a.charCodeAt(at) - b.charCodeAt(at);
}

function afterZeros(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 0x30) at += 1;
  return at;
}

function afterDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}
