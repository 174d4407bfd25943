import { type Glob, matchesGlob, type Piece, pieces, STAR, globOf } from './glob.ts';
import { parseArn } from '../text/arn.ts';

/** A pattern for ARNs: matched part by part, so that a wildcard never reaches over a colon of the first five. */
export type ArnPattern =
  | { readonly kind: 'any' }
  | {
      readonly kind: 'parts';
      readonly globs: readonly Glob[];
      /** The text named fewer than six parts. */ readonly short: boolean;
    }
  | { readonly kind: 'text'; readonly glob: Glob };

/**
 * Compiles a pattern from pieces. A short ARN is completed by `*`, as IAM does for Resource elements:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function arnPatternOf(parts: readonly Piece[]): ArnPattern {
  if (parts.length > 0 && parts.every((part) => part === STAR)) return { kind: 'any' };
  const first = parts[0];
  if (typeof first !== 'string' || !first.startsWith('arn:')) return { kind: 'text', glob: globOf(parts) };
  const split: Piece[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') {
      split.at(-1)?.push(part);
      continue;
    }
    let rest = part;
    while (split.length < 6) {
      const at = rest.indexOf(':');
      if (at < 0) break;
      if (at > 0) split.at(-1)?.push(rest.slice(0, at));
      split.push([]);
      rest = rest.slice(at + 1);
    }
    if (rest !== '') split.at(-1)?.push(rest);
  }
  const short = split.length < 6;
  const globs = split.map((piece) => globOf(piece));
  while (globs.length < 6) globs.push({ kind: 'any' });
  return { kind: 'parts', globs, short };
}

export const compileArnPattern = (pattern: string): ArnPattern => arnPatternOf(pieces(pattern));

/** Whether a value matches; `parts` is the value already split, to split it once for many patterns. */
export function matchesArn(pattern: ArnPattern, value: string, parts = parseArn(value)): boolean {
  if (pattern.kind === 'any') return true;
  if (pattern.kind === 'text') return matchesGlob(pattern.glob, value);
  if (parts === undefined) return false;
  const { globs } = pattern;
  // the resource part tells most patterns apart, so it is looked at first
  for (let at = 5; at >= 0; at--) {
    const glob = globs[at];
    if (glob !== undefined && glob.kind !== 'any' && !matchesGlob(glob, parts[at] ?? '')) return false;
  }
  return true;
}
