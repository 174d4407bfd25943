import { codeAsker } from './ask-code.ts';
import { Session } from '../aws/session.ts';
import type { Check } from '../engine/check.ts';
import { policiesFor, sessionActions } from '../engine/least-policy.ts';
import { remediesFor } from '../engine/remedies.ts';
import { collect } from '../inventory/collect.ts';
import { Inventory, compare } from '../inventory/inventory.ts';
import { actionsOfPlan, callsOfPlan, planFor } from '../inventory/plan.ts';
import { version } from '../version.ts';
import { inert, toJson } from '../text/inert.ts';
import type { ActionState } from './action-answers.ts';
import { actionAnswers } from './action-answers.ts';
import { wrap } from './columns.ts';
import type { CommandModule } from './commands.ts';
import { assertAwsOptions, awsOptions, configOptions, number, oneOf, selectOptions, text } from './options.ts';
import { writeStdout } from './output.ts';
import { setUp } from './setup.ts';

/** AWS refuses signatures that are more than five minutes off. */
const skewLimitMs = 5 * 60_000;

const doctor: CommandModule = {
  command: 'doctor',
  builder: (y) =>
    configOptions(selectOptions(awsOptions(y)))
      .option('format', { type: 'string', alias: 'f', describe: 'table (default) or json' })
      .example('audit doctor --profile prod', 'who am I, which actions are denied, what to add'),

  async handler(args) {
    const format = oneOf('format', text(args, 'format') ?? 'table', ['table', 'json']);
    assertAwsOptions(args);
    const { selected, regions: patterns } = await setUp(args);
    const plan = planFor(selected);
    const session = await Session.open({
      profile: text(args, 'profile'),
      roleArn: text(args, 'role-arn'),
      externalId: text(args, 'external-id'),
      askCode: codeAsker(),
      endpointUrl: text(args, 'endpoint-url'),
      regions: patterns,
      maxRate: number(args, 'max-rate'),
    });
    try {
      const identity = await session.identity();
      const { regions, skipped, gap } = await session.regions(identity);
      const skew = await clockSkew(session, identity.partition);
      const [probed = session.startRegion] = regions;
      const inventory = new Inventory({
        account: identity.account,
        partition: identity.partition,
        caller: identity.arn,
        regions: [probed],
        skippedRegions: [],
        startedAt: new Date().toISOString(),
        version,
      });
      for (const { service, calls } of callsOfPlan(plan)) session.guard.allow(service, calls);
      await collect({ plan, inventory, apis: session.apis, sample: true });
      const answers = [...actionAnswers(plan, inventory, gap)].sort(([a], [b]) => compare(a, b));
      const needed = new Set([...sessionActions, ...actionsOfPlan(planFor(selected.map(withoutOptional)))]);
      const missing = answers.filter(([action]) => needed.has(action));
      const { grant, ask } = remediesFor(
        missing.flatMap(([action, { state, deniedBy }]) =>
          state === 'denied'
            ? [{ kind: state, actions: [action], ...(deniedBy === undefined ? {} : { deniedBy }) }]
            : [],
        ),
      );
      const report = {
        caller: identity.arn,
        account: identity.account,
        partition: identity.partition,
        regions,
        skippedRegions: skipped,
        clockSkewSeconds: skew === undefined ? null : Math.round(skew / 1000),
        probedRegion: probed,
        actions: Object.fromEntries(answers.map(([action, { state }]) => [action, state])),
        causes: Object.fromEntries(
          answers.flatMap(([action, { cause }]) => (cause === undefined ? [] : [[action, cause]])),
        ),
        doneWithout: answers.flatMap(([action]) => (needed.has(action) ? [] : [action])),
        policyToAdd: policyFor(grant),
        deniedOtherwise: ask,
      };
      await writeStdout(format === 'json' ? [`${toJson(report, 2)}\n`] : describe(report));
      const skewed = skew !== undefined && Math.abs(skew) > skewLimitMs;
      return missing.some(([, { state }]) => state === 'denied' || state === 'failed') || skewed ? 3 : 0;
    } finally {
      await session.close();
    }
  },
};

export default doctor;

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

function* describe(report: Report): Generator<string> {
  const width = Math.min(100, process.stdout.columns ?? 100);
  const by = (state: ActionState): string[] =>
    Object.entries(report.actions)
      .filter(([, s]) => s === state)
      .map(([a]) => a);
  yield `You are      ${report.caller}\nAccount      ${report.account}\nRegions      ${report.regions.length}: ${report.regions.join(', ')}\n`;
  for (const { region, reason } of report.skippedRegions) yield `  not read   ${region}: ${reason}\n`;
  const skew = report.clockSkewSeconds;
  yield `Clock        ${skew === null ? 'could not be compared with AWS' : Math.abs(skew) < 2 ? 'agrees with AWS' : `${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} AWS${Math.abs(skew) * 1000 > skewLimitMs ? ': AWS refuses signatures this far off, set the clock' : ''}`}\n`;
  yield `\nEach needed action was tried once, in ${report.probedRegion}:\n  ${by('allowed').length} allowed, ${by('denied').length} denied, ${by('failed').length} failed, ${by('untested').length} not tried (no resource to ask about)\n`;
  const without = (action: string): string =>
    report.doneWithout.includes(action) ? '  (checks judge without it, and say so)' : '';
  for (const state of ['failed', 'denied'] as const) {
    for (const action of by(state))
      yield `  ${state}   ${action}${without(action)}\n${wrap(inert(report.causes[action] ?? ''), width, '           ')}\n`;
  }
  if (report.deniedOtherwise.length > 0) yield '\nWhat adding to the policy of the caller does not solve:\n';
  for (const sentence of report.deniedOtherwise) yield `${wrap(`${sentence}.`, width, '  ')}\n`;
  if (report.policyToAdd !== null) yield `\nAdd this to what the caller may do:\n${toJson(report.policyToAdd, 2)}\n`;
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
