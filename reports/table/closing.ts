import { severities } from '../../src/engine/check.ts';
import type { Colour } from '../../src/engine/finding.ts';
import { colourOf } from '../../src/engine/finding.ts';
import { remediesFor } from '../../src/engine/remedies.ts';
import type { CoverageGap, AnyResult, ServiceCoverage } from '../../src/engine/result.ts';
import type { ReportOptions } from '../../src/engine/reporter.ts';
import { emptyRegionsTexts, skippedByReason } from '../regions.ts';
import { counted, thousands } from '../text.ts';
import { unreadOf, unreadText } from '../unread.ts';
import { severityNames } from '../words.ts';
import type { Paint } from './paint.ts';
import { signs } from './paint.ts';
import { fingerprintsFrom } from './checks.ts';
import { shortened, wrap } from './width.ts';

const shownGaps = 10;

/** The end of the report: counts, what could not be read and why, what to do next, what the exit code says. */
export function* closing(
  result: AnyResult,
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
  yield* nextLines(result, exit, width, write);
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

function* severityLines({ summary }: AnyResult, width: number, paint: Paint): Generator<string> {
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

function* coverageLines({ coverage }: AnyResult, write: Write): Generator<string> {
  const calls = coverage.services.reduce((sum, service) => sum + service.calls, 0);
  const places = counted(coverage.services.length, 'service and region', 'services and regions');
  yield* write(0, `Coverage: ${counted(calls, 'call')} in ${places}: ${unreadText(unreadOf(coverage.services), true)}`);
  const troubled = troubledServices(coverage.services);
  if (troubled.length > 0) yield* write(2, troubled.join('; '));
  // What does not exist in a region is no gap in the verdicts: the HTML and JSON reports list it.
  const gaps = overRegions(coverage.gaps.filter(({ kind }) => kind !== 'unsupported'));
  if (gaps.length > 0) yield* write(2, 'What could not be read:', 'blue');
  for (const gap of gaps.slice(0, shownGaps)) yield* write(2, `? ${gapText(gap)}`);
  if (gaps.length > shownGaps) yield* write(2, `… and ${thousands(gaps.length - shownGaps)} more (see JSON or HTML)`);
  for (const { reason, regions } of skippedByReason(coverage.skippedRegions))
    yield* write(2, `${counted(regions.length, 'region')} ${reason}: ${regions.join(', ')}`);
  for (const text of emptyRegionsTexts(coverage)) yield* write(2, text);
}

/** E.g. `ssm 2 denied in eu-west-1, 1 failed in us-east-1`: what exists and could not be read. */
function troubledServices(services: readonly ServiceCoverage[]): string[] {
  const texts = new Map<string, string[]>();
  for (const { service, region, denied, failed } of services) {
    if (denied + failed === 0) continue;
    const text = `${unreadText({ denied, failed, unsupported: 0 })} in ${region}`;
    texts.set(service, [...(texts.get(service) ?? []), text]);
  }
  return [...texts].map(([service, parts]) => `${service} ${parts.join(', ')}`);
}

/** Gaps that differ by region only, as one: a policy that closes seventeen regions is one thing to know, not seventeen. */
export function overRegions(gaps: readonly CoverageGap[]): readonly (readonly [CoverageGap, ...CoverageGap[]])[] {
  const groups = new Map<string, [CoverageGap, ...CoverageGap[]]>();
  for (const gap of gaps) {
    const key = JSON.stringify([gap.resourceType, gap.facet, gap.cause, gap.checks]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [gap]);
    else group.push(gap);
  }
  return [...groups.values()];
}

function gapText(gaps: readonly [CoverageGap, ...CoverageGap[]]): string {
  const [{ resourceType, facet, cause, checks }] = gaps;
  const resources = gaps.reduce((sum, gap) => sum + gap.resources, 0);
  const regions = gaps.map(({ region }) => region);
  const where = regions.length === 1 ? regions.join() : `${counted(regions.length, 'region')} (${regions.join(', ')})`;
  const what =
    facet === 'list' ? `the list of ${resourceType}` : `${facet} of ${counted(resources, resourceType, resourceType)}`;
  return `${what} in ${where}: ${shortened(cause)}; ${counted(checks.length, 'check')} without a verdict`;
}

function* suppressionLines({ suppressions }: AnyResult, write: Write): Generator<string> {
  if (suppressions.length === 0) return;
  yield '';
  yield* write(0, 'Suppressions without effect:');
  for (const { kind, selector, reason, owner, until } of suppressions.slice(0, shownGaps)) {
    const why = kind === 'expired' ? `expired${until === undefined ? '' : ` on ${until}`}` : 'matched nothing';
    yield* write(2, `– ${shortened(selector)}: ${why} (${shortened(reason)}; ${shortened(owner)})`);
  }
  if (suppressions.length > shownGaps)
    yield* write(2, `… and ${thousands(suppressions.length - shownGaps)} more (see JSON or HTML)`);
}

function* nextLines(
  { run, summary, coverage, suppressions }: AnyResult,
  exit: ReportOptions['exit'],
  width: number,
  write: Write,
): Generator<string> {
  const worst = severities.find((severity) => summary.failedBySeverity[severity] > 0);
  const steps: string[] = [];
  if (worst !== undefined) {
    steps.push(
      `Start with the ${counted(summary.failedBySeverity[worst], `${severityNames[worst].toLowerCase()} failure`)}: ${explainHint(run.source, width)}.`,
    );
  }
  const { grant, ask, reach, again } = remediesFor(coverage.gaps);
  if (grant.length > 0)
    steps.push(`Allow the caller ${grant.join(', ')} (\`audit policy\` prints the whole policy) and run again.`);
  for (const sentence of [...ask, ...reach]) steps.push(`${sentence}.`);
  if (exit?.hint !== undefined) steps.push(exit.hint);
  else if (run.interrupted) steps.push('Collect the rest: what was not read is unknown.');
  else if (again) steps.push(`${run.source === 'aws' ? 'Run' : 'Collect'} again: what failed may have been passing.`);
  if (suppressions.length > 0) steps.push('Renew or delete the suppressions without effect.');
  if (steps.length === 0) return;
  yield* write(0, 'What to do next:');
  for (const step of steps) yield* write(2, `• ${step}`);
  yield '';
}

/** What to type to have a finding explained. */
function explainHint(source: AnyResult['run']['source'], width: number): string {
  const where = { aws: '', snapshot: ' --from SNAPSHOT', demo: ' --demo' }[source];
  const digits =
    width < fingerprintsFrom ? 'its fingerprint is in the JSON report' : 'the digits at the end of its line';
  const saved = source === 'aws' ? ' of a saved report or snapshot' : '';
  return `\`audit explain CHECK\` says why and how to fix it, \`audit explain FINGERPRINT${where}\` what was seen of one finding${saved} (${digits})`;
}

export function exitText({ run, summary }: AnyResult, exit: ReportOptions['exit']): string {
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
