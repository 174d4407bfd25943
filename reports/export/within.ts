import type { Severity } from '../../src/engine/check.ts';
import { severities } from '../../src/engine/check.ts';
import type { Findings } from '../../src/engine/findings.ts';
import type { Counts, Statement, Verdict } from './statement.ts';
import { noCounts, statementOf, verdictFor, verdicts } from './statement.ts';

/** What a consumer takes. */
export interface Room {
  readonly most: number;
  /** Bytes of UTF-8. */
  readonly bytes: number;
}

export interface Kept<T> {
  /** What matters most first: by verdict, then severity, then the result's order. */
  readonly kept: readonly T[];
  readonly left: Counts;
  /** How many are left out, in all. */
  readonly leftOut: number;
}

interface Entry<T> {
  readonly value: T;
  readonly verdict: Verdict;
  readonly bytes: number;
}

/**
 * As many findings as there is room for, what matters most first, and how many of each verdict had to be left out: a report
 * that cuts says so. Memory follows the room, not the account.
 * @param said which verdicts are written; the others are neither kept nor left out
 * @param write its `text` is what takes the room
 */
export function within<T extends { readonly text: string }>(
  findings: Findings,
  { most, bytes }: Room,
  said: readonly Verdict[] | ((verdict: Verdict, severity: Severity) => boolean),
  write: (statement: Statement) => T,
): Kept<T> {
  const ranks: Entry<T>[][] = [];
  const left = noCounts();
  let count = 0;
  let size = 0;
  // Where something of a rank had no room, nothing that matters less, or comes later in it, is written.
  let full = Number.POSITIVE_INFINITY;
  const isSaid = typeof said === 'function' ? said : (verdict: Verdict): boolean => said.includes(verdict);
  for (const finding of findings) {
    const verdict = verdictFor(finding);
    if (!isSaid(verdict, finding.severity)) continue;
    const rank = verdicts.indexOf(verdict) * severities.length + severities.indexOf(finding.severity);
    if (rank >= full) {
      left[verdict] += 1;
      continue;
    }
    const value = write(statementOf(finding));
    const entry = { value, verdict, bytes: Buffer.byteLength(value.text) };
    (ranks[rank] ??= []).push(entry);
    count += 1;
    size += entry.bytes;
    while (count > most || size > bytes) {
      const last = ranks.findLastIndex((each) => each !== undefined && each.length > 0);
      const dropped = ranks[last]?.pop();
      if (dropped === undefined) break;
      full = Math.min(full, last);
      left[dropped.verdict] += 1;
      count -= 1;
      size -= dropped.bytes;
    }
  }
  return {
    kept: ranks.flat().map(({ value }) => value),
    left,
    leftOut: verdicts.reduce((sum, verdict) => sum + left[verdict], 0),
  };
}
