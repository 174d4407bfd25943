import { AuditError } from '../../program/errors.ts';
import { isDay } from '../../text/day.ts';
import { escapeText } from '../../text/escape.ts';
import { severities } from '../check.ts';
import { bySeverity } from './change.ts';
import type { Known } from './known.ts';

/** An entry of a baseline. */
export type Entry = Omit<Known, 'aliases' | 'accepted'>;

const form = 1;
const heading = `# audit baseline ${form}`;
const columns = '# fingerprint, first seen, severity, check, account, region, ARN: a line a finding, sorted';

/** The text of a baseline: the same for the same entries. An entry's first column is a hash, so that what two branches change is seldom side by side. */
export function* baselineText(entries: Iterable<Entry>): Generator<string> {
  yield `${heading}\n${columns}\n`;
  const lines = [...entries].map(
    ({ fingerprint, firstSeen, severity, check, account, region, arn }) =>
      `${[fingerprint, firstSeen, severity, check, account, region, escapeText(arn)].join(' ')}\n`,
  );
  yield* lines.sort();
}

/**
 * Reads a baseline. Lines may stand in any order, twice, and end as any system ends them.
 * @throws AuditError `usage` naming file and line, and what was expected there
 */
export function readBaseline(text: string, file: string): Entry[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const conflict = lines.findIndex((line) => /^(?:<{7}|>{7}|\|{7}|={7})(?: |$)/.test(line));
  if (conflict !== -1)
    throw new AuditError('usage', `${file}:${conflict + 1}: a merge conflict was left in the baseline`, {
      hint: 'Take the markers out and keep the lines that both sides still have, or let `audit baseline merge BASE OURS THEIRS` do it: the README says how Git calls it.',
    });
  const [first = ''] = lines;
  const [, version] = /^# audit baseline (\d+)\s*$/.exec(first) ?? [];
  if (version === undefined) throw notBaseline(first, file);
  if (version !== String(form))
    throw new AuditError('usage', `${file}: is a baseline of form ${version}, and this version reads form ${form}`, {
      hint: 'Use the version of audit that wrote it, or write it anew with `audit baseline write`.',
    });
  const entries = new Map<string, Entry>();
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const entry = entryIn(line, `${file}:${at + 1}`);
    const other = entries.get(entry.fingerprint);
    entries.set(entry.fingerprint, other === undefined ? entry : both(entry, other));
  }
  return [...entries.values()];
}

function notBaseline(first: string, file: string): AuditError {
  const start = first.trimStart();
  if (start.startsWith('{'))
    return new AuditError(
      'usage',
      `${file}: is ${start.startsWith('{"format":"audit-snapshot"') ? 'a snapshot' : 'a report'}, no baseline`,
      { hint: 'Compare with it by --compare, or make a baseline of it: `audit baseline write`.' },
    );
  return new AuditError(
    'usage',
    first.trim() === '' ? `${file}: is empty, no baseline` : `${file}:1: is no baseline: expected "${heading}"`,
    { hint: 'Write one with `audit baseline write --output FILE`.' },
  );
}

const shape = /^(\S+) (\S+) (\S+) (\S+) (\S+) (\S+) (\S.*?)\s*$/;

function entryIn(line: string, where: string): Entry {
  const [, fingerprint = '', firstSeen = '', given = '', check = '', account = '', region = '', arn = ''] =
    shape.exec(line) ?? [];
  const found = fingerprint === '' ? (/^\S*/.exec(line)?.[0] ?? '') : fingerprint;
  if (/^[0-9a-f]{4,31}$/.test(found))
    throw new AuditError(
      'usage',
      `${where}: ${found} is the beginning of a fingerprint, and a baseline holds all 32 digits of it`,
      { hint: 'Write the baseline with `audit baseline write`; its lines are not made by hand.' },
    );
  const severity = severities.find((each) => each === given);
  const wrong = !/^[0-9a-f]{32}$/.test(fingerprint)
    ? `expected a fingerprint of 32 hexadecimal digits and six columns more, found "${clipped(line)}"`
    : !/^\d{4}-\d\d-\d\d$/.test(firstSeen) || !isDay(firstSeen)
      ? `expected the day it was first seen as 2026-01-31, found "${clipped(firstSeen)}"`
      : severity === undefined
        ? `expected one of ${severities.join(', ')}, found "${clipped(given)}"`
        : undefined;
  if (wrong !== undefined || severity === undefined)
    throw new AuditError('usage', `${where}: ${wrong ?? ''}`, {
      hint: 'Write the baseline anew with `audit baseline write`.',
    });
  return { fingerprint, firstSeen, severity, check, account, region, arn };
}

const clipped = (text: string): string => escapeText(text.length <= 80 ? text : `${text.slice(0, 80)}…`);

/** One entry of two that say the same finding: known as long as either says, and no more severe than either says, unless one changed it. */
const both = (a: Entry, b: Entry, base?: Entry): Entry => {
  const milder = bySeverity(a.severity, b.severity) > 0 ? a.severity : b.severity;
  const severity = a.severity === base?.severity ? b.severity : b.severity === base?.severity ? a.severity : milder;
  return { ...a, firstSeen: a.firstSeen < b.firstSeen ? a.firstSeen : b.firstSeen, severity };
};

/** What two baselines that come from one hold together: what both still have, and what either added. */
export function mergeBaselines(base: readonly Entry[], ours: readonly Entry[], theirs: readonly Entry[]): Entry[] {
  const byName = (list: readonly Entry[]): Map<string, Entry> =>
    new Map(list.map((entry) => [entry.fingerprint, entry]));
  const [was, other] = [byName(base), byName(theirs)];
  const merged = new Map<string, Entry>();
  for (const entry of ours) {
    const twin = other.get(entry.fingerprint);
    if (twin !== undefined) merged.set(entry.fingerprint, both(entry, twin, was.get(entry.fingerprint)));
    else if (!was.has(entry.fingerprint)) merged.set(entry.fingerprint, entry);
  }
  for (const entry of theirs)
    if (!merged.has(entry.fingerprint) && !was.has(entry.fingerprint)) merged.set(entry.fingerprint, entry);
  return [...merged.values()];
}
