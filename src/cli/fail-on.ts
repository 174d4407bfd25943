import type { Severity } from '../engine/check.ts';
import { severities } from '../engine/severity.ts';
import { AuditError } from '../program/errors.ts';
import { nearest } from '../text/nearest.ts';

/** What makes a run end with exit code 1. */
export interface FailOn {
  /** The lowest severity that counts. */
  readonly severity: Severity | 'none';
  /** Whether what could not be judged counts. */
  readonly unknown: boolean;
  /** The lowest severity of which something new counts. */
  readonly new?: Severity;
  readonly worse?: boolean;
  /** Whether entries of a baseline count that occur no more. */
  readonly stale?: boolean;
  /** Failures count that were first seen more days ago. */
  readonly olderThan?: number;
}

/** Of these, what can only be told against an earlier result, as it was written. */
export const comparing = (values: readonly string[]): string[] =>
  values.map((value) => value.toLowerCase()).filter((value) => compared.test(value));

/** What can only be told against an earlier result. */
const compared = /^(?:new(?::(?<severity>.*))?|worse|stale-baseline|older-than:(?<days>.*))$/;

const words = [
  ...severities,
  'none',
  'unknown',
  'new',
  'new:<severity>',
  'worse',
  'stale-baseline',
  'older-than:<days>',
];

/** What may be typed; the number of days is for whoever types. */
export const failOnWords = (): string[] => [
  ...words.filter((word) => !word.includes('<')),
  ...severities.map((severity) => `new:${severity}`),
  'older-than:',
];

/**
 * What `--fail-on` says: severities, of which the lowest counts, and what else fails a run.
 * @throws AuditError `usage` for what is none of it
 */
export function failOnOf(values: readonly string[]): FailOn {
  const given = values.map((value) => value.toLowerCase());
  for (const value of given) assertKnown(value);
  const counting = severities.filter((severity) => given.includes(severity));
  const fresh = severities.filter((severity) => given.includes(`new:${severity}`)).at(-1);
  const days = given.flatMap((value) => compared.exec(value)?.groups?.['days'] ?? []).map(Number);
  return {
    severity: counting.at(-1) ?? 'none',
    unknown: given.includes('unknown'),
    ...(given.includes('new') ? { new: 'informational' } : fresh === undefined ? {} : { new: fresh }),
    ...(given.includes('worse') ? { worse: true } : {}),
    ...(given.includes('stale-baseline') ? { stale: true } : {}),
    ...(days.length === 0 ? {} : { olderThan: Math.min(...days) }),
  };
}

function assertKnown(value: string): void {
  if (value === 'none' || value === 'unknown' || severities.some((severity) => severity === value)) return;
  const { severity, days } = compared.exec(value)?.groups ?? {};
  if (severity !== undefined && !severities.some((known) => known === severity))
    throw wrong(
      `new:${severity}`,
      severities.map((known) => `new:${known}`),
    );
  if (days !== undefined && !/^[1-9]\d{0,4}$/.test(days))
    throw new AuditError(
      'usage',
      `--fail-on older-than: ${days === '' ? 'the number of days is missing' : `${days} is no number of days`}`,
      {
        hint: 'Write it as older-than:30.',
      },
    );
  if (!compared.test(value)) throw wrong(value, words);
}

function wrong(value: string, allowed: readonly string[]): AuditError {
  const [near] = nearest(value, allowed);
  return new AuditError(
    'usage',
    `--fail-on: unknown value ${value}${near === undefined ? '' : `; did you mean ${near}?`}`,
    {
      hint: `Allowed, several at once: ${words.join(', ')}.`,
    },
  );
}
