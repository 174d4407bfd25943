import type { Cause } from '../../src/engine/causes/cause.ts';
import { severities } from '../../src/engine/check.ts';
import { colourOf } from '../../src/engine/finding.ts';
import type { ReportOptions } from '../../src/engine/reporter.ts';
import type { AnyResult, CoverageGap } from '../../src/engine/result.ts';
import { reachWord, sizeText } from '../causes.ts';
import { selectionText } from '../selection.ts';
import { counted, thousands } from '../text.ts';
import { duration, severityNames, utc } from '../words.ts';
import { exitText, overRegions } from './closing.ts';
import type { Paint } from './paint.ts';
import { signs } from './paint.ts';
import { sinceUnknown } from './since.ts';
import { clip, shortened, wrap } from './width.ts';

/** Lines of a screen. */
const screen = 40;
/** Causes that are shown when nobody asks for another number. */
const mostCauses = 10;
const mostGaps = 3;

/**
 * The result on one screen: what failed, what to fix first, what could not be read, and why the exit code is what it is. No more
 * causes than there is room for, unless so many were asked for.
 */
export function* verdict(
  result: AnyResult,
  { exit, view = {}, since = sinceUnknown() }: ReportOptions,
  width: number,
  paint: Paint,
): Generator<string> {
  const above = [...head(result, width, paint), ...counts(result, since, width, paint)];
  const below = [...unread(result, width, paint), ...end(result, exit, width, paint)];
  const room = screen - above.length - below.length - 2;
  yield* above;
  yield* causesIn(result, view.top, room, width, paint);
  yield* below;
}

function* head({ run, summary }: AnyResult, width: number, paint: Paint): Generator<string> {
  const regions = run.regions.length === 1 ? run.regions.join() : counted(run.regions.length, 'region');
  yield paint(
    'bold',
    clip(
      `audit ${run.version}: account ${run.account} (${run.partition}), ${regions}, ${counted(summary.checks, 'check')}`,
      width,
    ),
  );
  const source = { aws: 'read from AWS', snapshot: 'judged from a snapshot', demo: 'the demo account' }[run.source];
  const incomplete = run.interrupted ? ', INTERRUPTED' : run.complete ? '' : ', NOT COMPLETE';
  yield paint(
    'grey',
    clip(`${utc(run.startedAt)}, ${duration(run.startedAt, run.finishedAt)}, ${source}${incomplete}`, width),
  );
  const selection = run.selection === undefined ? undefined : selectionText(run.selection);
  if (selection !== undefined) yield paint('grey', clip(`Selection: ${selection}`, width));
  yield '';
}

function* counts({ summary }: AnyResult, since: string, width: number, paint: Paint): Generator<string> {
  const { fail, pass, unknown, manual, suppressed } = summary.byStatus;
  const by = severities.flatMap((severity) => {
    const count = summary.failedBySeverity[severity];
    return count === 0 ? [] : [{ severity, text: `${thousands(count)} ${severity}` }];
  });
  const total = `${thousands(fail)} failed`;
  const text = by.length === 0 ? total : `${total}: ${by.map((each) => each.text).join(', ')}`;
  const painted = by.map((each) => paint(colourOf('fail', each.severity), each.text)).join(', ');
  if (fail === 0) yield paint('green', total);
  else if (text.length <= width) yield `${paint('bold', total)}: ${painted}`;
  else yield* wrap(text, width);
  yield clip(
    `${thousands(pass)} passed, ${thousands(unknown)} unknown, ${thousands(manual)} to look at, ${thousands(suppressed)} accepted`,
    width,
  );
  for (const line of wrap(since, width)) yield paint('grey', line);
  yield '';
}

function* causesIn(
  { causes }: AnyResult,
  top: number | undefined,
  room: number,
  width: number,
  paint: Paint,
): Generator<string> {
  if (causes.length === 0) return;
  const lines: string[] = [];
  let shown = 0;
  for (const cause of causes.slice(0, top ?? mostCauses)) {
    const own = [...causeLines(cause, shown + 1, width, paint)];
    if (top === undefined && lines.length + own.length > room) break;
    lines.push(...own);
    shown += 1;
  }
  const of = shown === causes.length ? '' : ` (${thousands(shown)} of ${counted(causes.length, 'cause')})`;
  yield paint('bold', `Fix these first${of}`);
  yield* lines;
  yield '';
}

function* causeLines(cause: Cause, place: number, width: number, paint: Paint): Generator<string> {
  const colour = colourOf(cause.status, cause.severity);
  const number = String(place).padStart(2);
  yield `${number} ${paint(colour, signs[colour])} ${clip(shortened(cause.title), width - 5)}`;
  const reach = reachWord(cause.reach);
  const [command, ...more] = cause.commands;
  const facts = [
    severityNames[cause.severity].toLowerCase(),
    sizeText(cause),
    ...(reach === '' ? [] : [reach]),
    ...(command === undefined && cause.status === 'fail' ? ['by hand'] : []),
    ...(cause.effort === 'values' ? ['values to fill in'] : []),
  ];
  yield `     ${paint('blue', cause.id)} ${paint('grey', clip(facts.join(', '), width - 6 - cause.id.length))}`;
  if (cause.actions !== undefined && cause.subject === 'missing-permission')
    yield `     ${clip('audit policy prints the policy that allows it', width - 5)}`;
  if (command === undefined) return;
  const rest = more.length === 0 ? '' : ` (+${more.length} more)`;
  yield `     ${clip(command, width - 5 - rest.length)}${paint('grey', rest)}`;
}

function* unread({ coverage }: AnyResult, width: number, paint: Paint): Generator<string> {
  // What does not exist in a region is no gap in the verdicts.
  const gaps = overRegions(coverage.gaps.filter(({ kind }) => kind !== 'unsupported')).toSorted(
    (a, b) => b[0].checks.length - a[0].checks.length,
  );
  if (gaps.length === 0) return;
  yield paint('bold', 'What could not be read');
  for (const gap of gaps.slice(0, mostGaps)) yield ` ${paint('blue', signs.blue)} ${clip(unreadLine(gap), width - 3)}`;
  if (gaps.length > mostGaps) yield paint('grey', ` … and ${thousands(gaps.length - mostGaps)} more: --details`);
  yield '';
}

const deniedWords: Readonly<Record<NonNullable<CoverageGap['deniedBy']>, string>> = {
  'missing-permission': 'no policy allows it',
  'identity-policy': "a policy of the caller's denies it",
  scp: 'a service control policy denies it',
  rcp: 'a resource control policy denies it',
  'permissions-boundary': 'the permissions boundary leaves it out',
  'session-policy': 'the session policy leaves it out',
  'resource-policy': "the resource's own policy denies it",
  'vpc-endpoint-policy': 'the VPC endpoint denies it',
  unspecified: 'denied',
};

/** `2 checks: list of AWS::SSM::Parameter in eu-central-1, a service control policy denies it`. */
export function unreadLine(gaps: readonly [CoverageGap, ...CoverageGap[]]): string {
  const [{ resourceType, region, facet, kind, cause, code, deniedBy = 'unspecified', checks }] = gaps;
  const why =
    kind === 'denied' ? deniedWords[deniedBy] : kind === 'interrupted' ? 'interrupted' : `failed (${code ?? cause})`;
  const where = gaps.length === 1 ? region : counted(gaps.length, 'region');
  return `${counted(checks.length, 'check')}: ${facet} of ${resourceType} in ${where}, ${why}`;
}

function* end(result: AnyResult, exit: ReportOptions['exit'], width: number, paint: Paint): Generator<string> {
  if (exit?.hint !== undefined) yield* wrap(exit.hint, width);
  for (const line of wrap(exitText(result, exit), width)) yield paint('bold', line);
  const where = { aws: '', snapshot: ' --from SNAPSHOT', demo: ' --demo' }[result.run.source];
  const [first] = result.causes;
  const steps = [
    ...(first === undefined ? [] : [`audit explain ${first.id}${where}`]),
    `audit${where} --details`,
    '--format html',
  ];
  yield paint('grey', clip(`More: ${steps.join(', ')}`, width));
}
