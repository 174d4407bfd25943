import { severities } from '../../src/engine/check.ts';
import type { Colour } from '../../src/engine/finding.ts';
import { colourOf } from '../../src/engine/finding.ts';
import type { CoverageGap, RunResult } from '../../src/engine/result.ts';
import type { ReportOptions } from '../reporter.ts';
import { counted, thousands } from '../text.ts';
import { severityNames } from '../words.ts';
import type { Paint } from './paint.ts';
import { signs } from './paint.ts';
import { wrap } from './width.ts';

const shownGaps = 10;

/** The end of the report: counts, what could not be read and why, what to do next, what the exit code says. */
export function* closing(
  result: RunResult,
  exit: ReportOptions['exit'],
  width: number,
  paint: Paint,
): Generator<string> {
  const write = writer(width, paint);
  yield* write(
    0,
    `${counted(result.summary.checks, 'check')} on ${counted(result.summary.resources, 'resource')}: ${counted(result.summary.findings, 'finding')}`,
  );
  yield* severityLines(result, width, paint);
  yield '';
  yield* coverageLines(result, write);
  yield* suppressionLines(result, write);
  yield '';
  yield* nextLines(result, write);
  yield* write(0, exitText(result, exit), 'bold');
}

type Write = (indent: number, text: string, style?: 'bold' | Colour) => Generator<string>;

const bulleted = /^[•?–] /u;

const writer = (width: number, paint: Paint): Write =>
  function* (indent, text, style) {
    const bullet = bulleted.exec(text)?.[0] ?? '';
    const margin = ' '.repeat(indent);
    const lines = wrap(text.slice(bullet.length), width - indent - bullet.length);
    for (const [index, line] of lines.entries()) {
      const whole = (index === 0 ? bullet : ' '.repeat(bullet.length)) + line;
      yield margin + (style === undefined ? whole : paint(style, whole));
    }
  };

function* severityLines({ summary }: RunResult, width: number, paint: Paint): Generator<string> {
  const most = Math.max(1, ...severities.map((severity) => summary.failedBySeverity[severity]));
  const digits = Math.max(
    ...[...severities.map((s) => summary.failedBySeverity[s]), ...Object.values(summary.byStatus)].map(
      (n) => thousands(n).length,
    ),
  );
  const room = Math.min(40, width - 2 - 2 - 14 - digits - 2);
  for (const severity of severities) {
    const count = summary.failedBySeverity[severity];
    const colour = count === 0 ? 'grey' : colourOf('fail', severity);
    const length = count === 0 ? 0 : Math.max(1, Math.round((room * count) / most));
    const text = `${severityNames[severity].padEnd(14)}${thousands(count).padStart(digits)}`;
    yield `  ${paint(colour, signs[colourOf('fail', severity)])} ${count === 0 ? paint('grey', text) : text}  ${paint(colour, '█'.repeat(length))}`.trimEnd();
  }
  const { unknown, manual, suppressed, pass } = summary.byStatus;
  const others: readonly [string, number, Colour][] = [
    ['Unknown', unknown, 'blue'],
    ['Manual', manual, 'grey'],
    ['Suppressed', suppressed, 'grey'],
    ['Passed', pass, 'green'],
  ];
  for (const [name, count, colour] of others) {
    const text = `${name.padEnd(14)}${thousands(count).padStart(digits)}`;
    yield `  ${paint(count === 0 ? 'grey' : colour, signs[colour])} ${count === 0 ? paint('grey', text) : text}`;
  }
}

function* coverageLines({ coverage }: RunResult, write: Write): Generator<string> {
  const calls = coverage.services.reduce((sum, service) => sum + service.calls, 0);
  const errors = coverage.services.reduce((sum, service) => sum + service.errors, 0);
  const places = counted(coverage.services.length, 'service and region', 'services and regions');
  yield* write(0, `Coverage: ${counted(calls, 'call')} in ${places}, ${counted(errors, 'error')}`);
  // What does not exist in a region is no gap in the verdicts: the HTML and JSON reports list it.
  const gaps = coverage.gaps.filter(({ kind }) => kind !== 'unsupported');
  if (gaps.length > 0) yield* write(2, 'What could not be read:', 'blue');
  for (const gap of gaps.slice(0, shownGaps)) yield* write(2, `? ${gapText(gap)}`);
  if (gaps.length > shownGaps) yield* write(2, `… and ${thousands(gaps.length - shownGaps)} more (see JSON or HTML)`);
  if (coverage.skippedRegions.length > 0) {
    const regions = coverage.skippedRegions.map(({ region, reason }) => `${region} (${reason})`);
    yield* write(2, `Regions not read: ${regions.join(', ')}`);
  }
}

function gapText({ resourceType, facet, region, resources, cause, checks }: CoverageGap): string {
  const what =
    facet === 'list' ? `the list of ${resourceType}` : `${facet} of ${counted(resources, resourceType, resourceType)}`;
  return `${what} in ${region}: ${cause}; ${counted(checks.length, 'check')} without a verdict`;
}

function* suppressionLines({ suppressions }: RunResult, write: Write): Generator<string> {
  if (suppressions.length === 0) return;
  yield '';
  yield* write(0, 'Suppressions without effect:');
  for (const { kind, selector, reason, owner, until } of suppressions.slice(0, shownGaps)) {
    const why = kind === 'expired' ? `expired${until === undefined ? '' : ` on ${until}`}` : 'matched nothing';
    yield* write(2, `– ${selector}: ${why} (${reason}; ${owner})`);
  }
  if (suppressions.length > shownGaps)
    yield* write(2, `… and ${thousands(suppressions.length - shownGaps)} more (see JSON or HTML)`);
}

function* nextLines({ summary, coverage, suppressions }: RunResult, write: Write): Generator<string> {
  const worst = severities.find((severity) => summary.failedBySeverity[severity] > 0);
  const steps: string[] = [];
  if (worst !== undefined) {
    steps.push(
      `Start with the ${counted(summary.failedBySeverity[worst], `${severityNames[worst].toLowerCase()} failure`)}: \`audit explain CHECK\` says why and how to fix it.`,
    );
  }
  const missing = [
    ...new Set(coverage.gaps.filter(({ kind }) => kind === 'denied').flatMap(({ actions }) => actions)),
  ].sort();
  if (missing.length > 0) {
    steps.push(`Allow the caller ${missing.join(', ')} (\`audit policy\` prints the whole policy) and run again.`);
  } else if (!coverage.complete) steps.push('Run again: what failed may have been passing.');
  if (suppressions.length > 0) steps.push('Renew or delete the suppressions without effect.');
  if (steps.length === 0) return;
  yield* write(0, 'What to do next:');
  for (const step of steps) yield* write(2, `• ${step}`);
  yield '';
}

function exitText({ run, summary }: RunResult, exit: ReportOptions['exit']): string {
  if (exit !== undefined) return `Exit code ${exit.code}: ${exit.reason}.`;
  const [code, reason] = run.interrupted
    ? [130, 'the run was interrupted']
    : summary.byStatus.fail > 0
      ? [1, `${counted(summary.byStatus.fail, 'finding')} failed`]
      : run.complete
        ? [0, 'everything selected was judged and nothing failed']
        : [3, 'nothing failed, but not everything could be judged'];
  return `Exit code ${code} unless --fail-on or --allow-incomplete say otherwise: ${reason}.`;
}
