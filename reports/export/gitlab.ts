import { createHash } from 'node:crypto';
import type { Severity } from '../../src/engine/check.ts';
import type { Reporter } from '../../src/engine/reporter.ts';
import type { AnyResult } from '../../src/engine/result.ts';
import { toJson } from '../text.ts';
import type { Statement } from './statement.ts';
import { countsOf, countsText, fullMessage, leftOutText, plain, remarksOf, segment } from './statement.ts';
import { within } from './within.ts';

/**
 * GitLab's Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format): a list of what is to be
 * mended. It knows neither passes nor accepted findings, which are counted by one entry of severity `info`; what is unknown or for a
 * person is an entry that says so.
 */
export const gitlab: Reporter = { name: 'gitlab', extension: 'codequality.json', render: pieces };

/** GitLab takes 30 MB of other reports; nothing is said of this one. */
const room = { most: 60_000, bytes: 25_000_000 };

const severityOf: Readonly<Record<Severity, string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  informational: 'info',
};

function* pieces(result: AnyResult): Generator<string> {
  const { account } = result.run;
  const { kept, left, leftOut } = within(result.findings, room, ['failed', 'unknown', 'manual'], (statement) => ({
    text: toJson(entryOf(statement)),
  }));
  const path = `aws/${segment(account)}`;
  // The same from run to run, so that a merge request does not call it new.
  const about = (name: string, description: string): string =>
    toJson({
      description,
      check_name: `audit-${name}`,
      fingerprint: createHash('sha256').update(`${account}/${name}`).digest('hex').slice(0, 32),
      severity: 'info',
      location: { path, lines: { begin: 1 } },
    });
  const remarks = [...remarksOf(result)];
  const inapplicable = remarks.flatMap(({ kind, text }) => (kind === 'not-applicable' ? [text] : []));
  const others = remarks.flatMap(({ kind, text }) => (kind === 'not-applicable' ? [] : [text]));
  yield '[\n';
  yield about('summary', `Account ${plain(account)}: ${countsText(countsOf(result)) || 'no findings'}`);
  if (inapplicable.length > 0) yield `,\n${about('not-applicable', plain(inapplicable.join('; '), 20_000))}`;
  if (others.length > 0) yield `,\n${about('coverage', plain(others.join('; '), 20_000))}`;
  if (leftOut > 0) yield `,\n${about('left-out', leftOutText(left))}`;
  for (const { text } of kept) yield `,\n${text}`;
  yield '\n]\n';
}

function entryOf(statement: Statement) {
  const { verdict, finding, severity, place } = statement;
  const word = verdict === 'unknown' ? 'Unknown: ' : verdict === 'manual' ? 'To look at: ' : '';
  return {
    description: `${word}${fullMessage(statement)}`,
    check_name: finding.check,
    fingerprint: finding.fingerprint,
    // Nobody knows how bad it is.
    severity: verdict === 'failed' ? severityOf[severity] : 'info',
    location: { path: place, lines: { begin: 1 } },
  };
}
