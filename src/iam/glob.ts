/**
 * Matching of `*` (any run of characters) and `?` (any one character) as IAM uses them.
 * No regular expressions: a pattern such as `*a*a*a*b` must not cost exponential time.
 */

/** A run of literal characters between two `*`; `holes` are the positions of `?`. */
interface Segment {
  readonly text: string;
  readonly holes: ReadonlySet<number> | undefined;
}

export type Glob =
  | { readonly kind: 'any' }
  | { readonly kind: 'exact'; readonly text: string }
  | { readonly kind: 'segments'; readonly segments: readonly Segment[] };

/** Part of a pattern: literal text, or one of the two wildcards. */
export type Piece = string | typeof STAR | typeof ONE;
export const STAR = Symbol('*');
export const ONE = Symbol('?');

/** Splits pattern text into pieces. */
export function pieces(pattern: string): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  for (let at = 0; at < pattern.length; at++) {
    const code = pattern.charCodeAt(at);
    if (code !== 42 && code !== 63) continue;
    if (at > start) found.push(pattern.slice(start, at));
    found.push(code === 42 ? STAR : ONE);
    start = at + 1;
  }
  if (start < pattern.length) found.push(pattern.slice(start));
  return found;
}

/** Compiles pieces; literal text may itself hold `*` (from a policy variable's value). */
export function globOf(parts: readonly Piece[]): Glob {
  const segments: Segment[] = [];
  let text = '';
  let holes: Set<number> | undefined;
  let stars = 0;
  for (const part of parts) {
    if (part === STAR) {
      stars++;
      segments.push({ text, holes });
      text = '';
      holes = undefined;
    } else if (part === ONE) {
      holes ??= new Set();
      holes.add(text.length);
      text += '?';
    } else {
      text += part;
    }
  }
  if (stars === 0 && holes === undefined) return { kind: 'exact', text };
  segments.push({ text, holes });
  if (stars > 0 && segments.every((segment) => segment.text === '')) return { kind: 'any' };
  // runs of stars leave empty segments in the middle, which match anything
  const kept = segments.filter((segment, at) => at === 0 || at === segments.length - 1 || segment.text !== '');
  return { kind: 'segments', segments: kept };
}

/** Compiles pattern text. */
export const compileGlob = (pattern: string): Glob => (pattern === '*' ? { kind: 'any' } : globOf(pieces(pattern)));

function segmentAt(segment: Segment, value: string, at: number): boolean {
  const { text, holes } = segment;
  if (holes === undefined) return value.startsWith(text, at);
  if (at + text.length > value.length) return false;
  for (let i = 0; i < text.length; i++) {
    if (!holes.has(i) && text.charCodeAt(i) !== value.charCodeAt(at + i)) return false;
  }
  return true;
}

function find(segment: Segment, value: string, from: number, end: number): number {
  if (segment.holes === undefined) {
    const at = value.indexOf(segment.text, from);
    return at >= 0 && at + segment.text.length <= end ? at : -1;
  }
  for (let at = from; at + segment.text.length <= end; at++) if (segmentAt(segment, value, at)) return at;
  return -1;
}

/** Whether the whole value matches. The leftmost match of each segment is enough, so there is no backtracking. */
export function matchesGlob(glob: Glob, value: string): boolean {
  if (glob.kind === 'any') return true;
  if (glob.kind === 'exact') return glob.text === value;
  const { segments } = glob;
  const first = segments[0];
  if (first === undefined) return true;
  if (segments.length === 1) return value.length === first.text.length && segmentAt(first, value, 0);
  if (!segmentAt(first, value, 0)) return false;
  const last = segments[segments.length - 1] ?? first;
  const end = value.length - last.text.length;
  let at = first.text.length;
  if (end < at || !segmentAt(last, value, end)) return false;
  for (let i = 1; i < segments.length - 1; i++) {
    const segment = segments[i] ?? last;
    const found = find(segment, value, at, end);
    if (found < 0) return false;
    at = found + segment.text.length;
  }
  return true;
}

/** Some value that matches: every `*` becomes `star`, every `?` the character `one`. */
export function instantiate(glob: Glob, star = '', one = 'x'): string {
  if (glob.kind === 'any') return star;
  if (glob.kind === 'exact') return glob.text;
  return glob.segments
    .map((segment) =>
      segment.holes === undefined
        ? segment.text
        : segment.text
            .split('')
            .map((char, at) => (segment.holes?.has(at) === true ? one : char))
            .join(''),
    )
    .join(star);
}
