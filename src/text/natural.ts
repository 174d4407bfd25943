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
  const [one, other] = [digitsAt(a, from), digitsAt(b, from)];
  if (one !== '' && other !== '') {
    const [significant, otherSignificant] = [one.replace(/^0+/, ''), other.replace(/^0+/, '')];
    if (significant.length !== otherSignificant.length) return significant.length - otherSignificant.length;
    if (significant !== otherSignificant) return significant < otherSignificant ? -1 : 1;
    // `01` and `1`: the same number, and yet two names.
    if (one.length !== other.length) return other.length - one.length;
  }
  return a.charCodeAt(at) - b.charCodeAt(at);
}

function digitsAt(text: string, from: number): string {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return text.slice(from, end);
}
