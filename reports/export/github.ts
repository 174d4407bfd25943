import type { Severity } from '../../src/engine/check.ts';
import type { Reporter } from '../../src/engine/reporter.ts';
import type { AnyResult } from '../../src/engine/result.ts';
import { thousands } from '../text.ts';
import type { Counts, Statement, Verdict } from './statement.ts';
import { countsOf, countsText, fullMessage, plain, remarksOf, verdicts } from './statement.ts';
import { within } from './within.ts';

/**
 * Annotations of a GitHub workflow, which a step makes by printing commands
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands). GitHub shows ten of a step and level:
 * the tenth says what the others are. All that is printed is commands, so no text can begin one of its own.
 */
export const github: Reporter = { name: 'github', extension: 'github.txt', render: pieces };

type Level = 'error' | 'warning' | 'notice';

const levels: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  informational: 'notice',
};

/** GitHub shows ten; one is kept for what the others are. */
const most = { most: 9, bytes: 40_000 };

const levelOf = (verdict: Verdict, severity: Severity): Level =>
  verdict === 'failed' ? levels[severity] : verdict === 'unknown' ? 'warning' : 'notice';

function* pieces(result: AnyResult): Generator<string> {
  const counts = countsOf(result);
  for (const level of ['error', 'warning', 'notice'] as const) yield* annotations(result, level);
  const remarks = [...remarksOf(result)];
  const unread = remarks.filter(({ kind }) => kind === 'unread').length;
  const inapplicable = remarks.reduce((sum, { count = 0 }) => sum + count, 0);
  yield command(
    result.run.complete && !result.run.interrupted ? 'notice' : 'warning',
    `audit of account ${result.run.account}`,
    [
      countsText(counts) || 'no findings',
      `${thousands(inapplicable)} not applicable`,
      ...(unread === 0 ? [] : [`${thousands(unread)} lists or facts could not be read`]),
      ...remarks.flatMap(({ kind, text }) => (kind === 'incomplete' ? [text] : [])),
    ].join('; '),
  );
}

const said: readonly Verdict[] = ['failed', 'unknown', 'manual'];

function* annotations({ findings }: AnyResult, level: Level): Generator<string> {
  // One line more says how it ended.
  const room = level === 'error' ? most : { ...most, most: most.most - 1 };
  const { kept, left, leftOut } = within(
    findings,
    room,
    (verdict, severity) => said.includes(verdict) && levelOf(verdict, severity) === level,
    (statement) => ({
      text: command(level, `${statement.severity} ${statement.verdict}: ${statement.title}`, textOf(statement)),
    }),
  );
  for (const { text } of kept) yield text;
  if (leftOut > 0)
    yield command(level, 'audit: more findings', `and ${moreText(left)}: the step summary and JSON have them`);
}

const moreText = (left: Counts): string =>
  verdicts
    .filter((verdict) => left[verdict] > 0)
    .map((verdict) => `${thousands(left[verdict])} more ${verdict}`)
    .join(', ');

const textOf = (statement: Statement): string =>
  `${fullMessage(statement)} (${statement.finding.region}, ${statement.finding.check}, audit explain ${statement.finding.fingerprint.slice(0, 8)})`;

const escapes: Readonly<Record<string, string>> = { '%': '%25', '\r': '%0D', '\n': '%0A', ':': '%3A', ',': '%2C' };

/** A line that GitHub's runner reads as one command; its texts hold no line break of their own. */
const command = (level: Level, title: string, text: string): string =>
  `::${level} title=${plain(title, 250).replaceAll(/[%\r\n:,]/g, (each) => escapes[each] ?? each)}::${plain(text, 2000).replaceAll(/[%\r\n]/g, (each) => escapes[each] ?? each)}\n`;
