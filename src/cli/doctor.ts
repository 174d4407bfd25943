import { sessionServices } from '../services/session-services.ts';
import { codeAsker } from './ask-code.ts';
import { Connection } from '../aws/connection.ts';
import { Session } from '../aws/session.ts';
import type { Check } from '../engine/check.ts';
import { policiesFor, sessionActions } from '../engine/least-policy.ts';
import { remediesFor } from '../engine/remedies.ts';
import { collect } from '../inventory/collect.ts';
import { headerOf } from '../inventory/header.ts';
import { Inventory, compare } from '../inventory/inventory.ts';
import { actionsOfPlan, planFor } from '../inventory/plan.ts';
import { escapeText, toJson } from '../text/escape.ts';
import type { ActionState } from './action-answers.ts';
import { actionAnswers } from './action-answers.ts';
import { wrap } from './columns.ts';
import { command, flag, format } from './door/options.ts';
import { awsOptions, configOptions, connectionOf, roleOf, selectOptions } from './options.ts';
import { writeStdout } from './output.ts';
import { setUp } from './setup.ts';

/** AWS refuses signatures that are more than five minutes off. */
const skewLimitMs = 5 * 60_000;

export default command({
  usage: 'doctor',
  options: {
    ...awsOptions,
    ...selectOptions,
    ...configOptions,
    verbose: flag('Print everything, however long it is', { alias: 'v' }),
    format: format('table', 'json'),
  },
  examples: [['audit doctor --profile prod', 'who am I, which actions are denied, what to add']],

  async run(options) {
    const role = roleOf(options);
    const { selected, regions: patterns } = await setUp(options);
    const plan = planFor(selected);
    const given = { ...connectionOf(options), regions: patterns, askCode: codeAsker() };
    const connection = await Connection.open(given);
    const session = new Session(connection, { services: sessionServices, role, regions: patterns });
    try {
      const header = await headerOf(session, plan);
      const { account, partition, caller, regions, skippedRegions, regionGap } = header;
      const skew = await clockSkew(session, partition);
      const [probed = connection.startRegion] = regions;
      const inventory = new Inventory({ ...header, regions: [probed] });
      await collect({ plan, inventory, apis: session.apis, sample: true });
      const answers = [...actionAnswers(plan, inventory, regionGap)].sort(([a], [b]) => compare(a, b));
      const needed = new Set([...sessionActions, ...actionsOfPlan(planFor(selected.map(withoutOptional)))]);
      const missing = answers.filter(([action]) => needed.has(action));
      const { grant, ask, reach } = remediesFor(
        missing.flatMap(([action, { state, deniedBy, code }]) =>
          state === 'denied' || state === 'failed'
            ? [
                {
                  kind: state,
                  actions: [action],
                  ...(deniedBy === undefined ? {} : { deniedBy }),
                  ...(code === undefined ? {} : { code }),
                },
              ]
            : [],
        ),
      );
      const report = {
        caller,
        account,
        partition,
        regions,
        skippedRegions,
        clockSkewSeconds: skew === undefined ? null : Math.round(skew / 1000),
        probedRegion: probed,
        actions: Object.fromEntries(answers.map(([action, { state }]) => [action, state])),
        causes: Object.fromEntries(
          answers.flatMap(([action, { cause }]) => (cause === undefined ? [] : [[action, cause]])),
        ),
        doneWithout: answers.flatMap(([action]) => (needed.has(action) ? [] : [action])),
        policyToAdd: policyFor(grant),
        deniedOtherwise: ask,
        notReached: reach,
      };
      await writeStdout(
        options.format === 'json' ? [`${toJson(report, 2)}\n`] : describe(report, options.verbose === true),
      );
      const skewed = skew !== undefined && Math.abs(skew) > skewLimitMs;
      return missing.some(([, { state }]) => state === 'denied' || state === 'failed') || skewed ? 3 : 0;
    } finally {
      connection.close();
    }
  },
});

interface Report {
  readonly caller: string;
  readonly account: string;
  readonly regions: readonly string[];
  readonly skippedRegions: readonly { region: string; reason: string }[];
  readonly clockSkewSeconds: number | null;
  readonly probedRegion: string;
  readonly actions: Readonly<Record<string, ActionState>>;
  /** Why an action was denied or failed. */
  readonly causes: Readonly<Record<string, string>>;
  /** Actions whose answers make verdicts surer; where they are denied, checks judge without them and say so. */
  readonly doneWithout: readonly string[];
  readonly policyToAdd: object | null;
  /** What no policy of the caller can allow, and whom to ask. */
  readonly deniedOtherwise: readonly string[];
  /** What to do about calls that did not reach AWS. */
  readonly notReached: readonly string[];
}

/** A check with what it cannot do without. */
const withoutOptional = (check: Check): Check => ({
  ...check,
  along: Object.fromEntries(Object.entries(check.along).filter(([, { optional }]) => !optional)),
});

/** One policy, or a list of them when one cannot hold every action. */
function policyFor(denied: readonly string[]): object | null {
  if (denied.length === 0) return null;
  const [first, ...more] = policiesFor(denied);
  return more.length === 0 ? (first ?? null) : [first, ...more];
}

/** Lines of a screen. */
const screen = 40;

/** The report in words: whole where it fits a screen or is asked for, else what matters of it. */
function describe(report: Report, verbose: boolean): string[] {
  const width = Math.min(100, process.stdout.columns ?? 80);
  const whole = [...describeIn(report, width, Infinity)];
  const lines = (texts: readonly string[]): number => texts.join('').split('\n').length - 1;
  if (verbose || lines(whole) <= screen) return whole;
  // As much of each list as leaves room for the others.
  for (let each = 6; each > 1; each--) {
    const brief = [...describeIn(report, width, each)];
    if (lines(brief) <= screen) return brief;
  }
  return [...describeIn(report, width, 1)];
}

/** The first lines of a text, and that there are more. */
function shortened(text: string, lines: number, indent: string): string {
  const all = text.split('\n');
  if (all.length <= lines) return `${text}\n`;
  return `${all.slice(0, lines).join('\n')}\n${indent}… (--verbose shows the rest)\n`;
}

function* describeIn(report: Report, width: number, most: number): Generator<string> {
  const by = (state: ActionState): string[] =>
    Object.entries(report.actions)
      .filter(([, s]) => s === state)
      .map(([a]) => a);
  const field = (name: string, value: string): string => {
    const indent = ' '.repeat(13);
    return `${name.padEnd(13)}${shortened(wrap(value, width, indent), most, indent).trimStart()}`;
  };
  yield field('You are', report.caller);
  yield `Account      ${report.account}\n`;
  yield field('Regions', `${report.regions.length}: ${report.regions.join(', ')}`);
  for (const [reason, regions] of grouped(report.skippedRegions.map(({ region, reason }) => [reason, region])))
    yield field('  not read', `${regions.join(', ')}: ${reason}`);
  const skew = report.clockSkewSeconds;
  yield `Clock        ${skew === null ? 'could not be compared with AWS' : Math.abs(skew) < 2 ? 'agrees with AWS' : `${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} AWS${Math.abs(skew) * 1000 > skewLimitMs ? ': AWS refuses signatures this far off, set the clock' : ''}`}\n`;
  yield `\nEach needed action was tried once, in ${report.probedRegion}:\n${wrap(`${by('allowed').length} allowed, ${by('denied').length} denied, ${by('failed').length} failed, ${by('untested').length} not tried (no resource to ask about)`, width, '  ')}\n`;
  for (const state of ['failed', 'denied'] as const) {
    const causes = grouped(by(state).map((action) => [causeOf(action, report), action]));
    for (const [cause, actions] of [...causes].slice(0, most)) {
      yield shortened(wrap(`${state} ${actions.join(', ')}`, width, '  '), most, '  ');
      yield shortened(wrap(escapeText(cause), width, '    '), most, '    ');
    }
    if (causes.size > most)
      yield `  … and ${causes.size - most} more reasons why calls ${state === 'failed' ? 'failed' : 'are denied'} (--verbose)\n`;
  }
  if (report.notReached.length > 0) yield '\nWhat does not reach AWS:\n';
  for (const sentence of report.notReached) yield shortened(wrap(`${sentence}.`, width, '  '), most, '  ');
  if (report.deniedOtherwise.length > 0) yield '\nWhat adding to the policy of the caller does not solve:\n';
  for (const sentence of report.deniedOtherwise.slice(0, most))
    yield shortened(wrap(`${sentence}.`, width, '  '), most, '  ');
  if (report.deniedOtherwise.length > most) yield `  … and ${report.deniedOtherwise.length - most} more (--verbose)\n`;
  if (report.policyToAdd === null) return;
  if (most === Infinity) yield `\nAdd this to what the caller may do:\n${toJson(report.policyToAdd, 2)}\n`;
  else
    yield `\nTo add to what the caller may do: \`policyToAdd\` of --format json, or --verbose.\n\`audit policy\` prints the whole policy.\n`;
}

/** Why an action was denied or failed, without the actions themselves, so that the same reason is said once. */
function causeOf(action: string, { causes, doneWithout }: Report): string {
  const cause = (causes[action] ?? '').replace(/^[a-z0-9-]+:\w+(, [a-z0-9-]+:\w+)* (denied|failed): /, '');
  return doneWithout.includes(action) ? `${cause} (checks judge without it, and say so)` : cause;
}

/** Values by key, in the order of first appearance. */
function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

/**
 * How far this machine's clock is ahead of AWS's, in ms, from the Date header of an unsigned request.
 * Undefined when there is no answer: that is no reason to fail.
 */
async function clockSkew(session: Session, partition: string): Promise<number | undefined> {
  const sent = Date.now();
  const { date } = await session.headersOfSts(partition, 5000);
  const theirs = Date.parse(date ?? '');
  // The header has whole seconds: half of one is the best guess.
  return Number.isNaN(theirs) ? undefined : (sent + Date.now()) / 2 - (theirs + 500);
}
