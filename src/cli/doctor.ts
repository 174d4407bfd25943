import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { endpointOf } from '../aws/clients.ts';
import { partitionById } from '../aws/partitions.ts';
import { Session } from '../aws/session.ts';
import { leastPolicies } from '../engine/least-policy.ts';
import { collect } from '../inventory/collect.ts';
import { Inventory } from '../inventory/inventory.ts';
import { actionsOfPlan, callsOfPlan, planFor } from '../inventory/plan.ts';
import type { Plan } from '../inventory/plan.ts';
import { version } from '../version.ts';
import type { CommandModule } from './commands.ts';
import { awsOptions, configOptions, number, oneOf, selectOptions, text } from './options.ts';
import { writeStdout } from './output.ts';
import { setUp } from './setup.ts';

/** AWS refuses signatures that are more than five minutes off. */
const skewLimitMs = 5 * 60_000;

/** What was found out about one IAM action. */
export type ActionState = 'allowed' | 'denied' | 'failed' | 'untested';

const doctor: CommandModule = {
  command: 'doctor',
  builder: (y) =>
    configOptions(selectOptions(awsOptions(y)))
      .option('format', { type: 'string', alias: 'f', describe: 'table (default) or json' })
      .example('audit doctor --profile prod', 'who am I, which actions are denied, what to add'),

  async handler(args) {
    const format = oneOf('format', text(args, 'format') ?? 'table', ['table', 'json']);
    const { selected, regions: patterns } = await setUp(args);
    const plan = planFor(selected);
    const endpointUrl = text(args, 'endpoint-url');
    const session = new Session({
      profile: text(args, 'profile'),
      roleArn: text(args, 'role-arn'),
      externalId: text(args, 'external-id'),
      endpointUrl,
      regions: patterns,
      maxRate: number(args, 'max-rate'),
    });
    try {
      const identity = await session.identity();
      const { regions, skipped } = await session.regions(identity);
      const skew = await clockSkew(session.startRegion, identity.partition, endpointUrl);
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
      const states = actionStates(plan, inventory);
      const report = {
        caller: identity.arn,
        account: identity.account,
        partition: identity.partition,
        regions,
        skippedRegions: skipped,
        clockSkewSeconds: skew === undefined ? null : Math.round(skew / 1000),
        probedRegion: probed,
        actions: Object.fromEntries(states),
        policyToAdd: policyFor([...states].filter(([, s]) => s === 'denied').map(([a]) => a)),
      };
      await writeStdout(format === 'json' ? [`${JSON.stringify(report, undefined, 2)}\n`] : describe(report));
      const skewed = skew !== undefined && Math.abs(skew) > skewLimitMs;
      return [...states.values()].some((s) => s === 'denied' || s === 'failed') || skewed ? 3 : 0;
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
  readonly policyToAdd: object | null;
}

/** What each needed action answered, from one list per type and the first resource of it. */
export function actionStates(plan: Plan, inventory: Inventory): Map<string, ActionState> {
  const rank: Record<ActionState, number> = { untested: 0, allowed: 1, failed: 2, denied: 3 };
  const states = new Map<string, ActionState>(actionsOfPlan(plan).map((action) => [action, 'untested']));
  const note = (actions: readonly string[], state: ActionState): void => {
    for (const action of actions) if (rank[state] > rank[states.get(action) ?? 'untested']) states.set(action, state);
  };
  const stateOf = (kind: string): ActionState =>
    kind === 'denied' || kind === 'failed' ? kind : kind === 'unsupported' ? 'untested' : 'allowed';
  for (const { type, facets } of plan) {
    for (const { result } of inventory.listings(type)) {
      note(type.actions, stateOf(result.kind));
      if (result.kind !== 'present') continue;
      for (const record of result.records) {
        for (const facet of facets) {
          const outcome = record.outcomes[facet];
          if (outcome !== undefined) note(type.facetDefs[facet]?.actions ?? [], stateOf(outcome.kind));
        }
      }
    }
  }
  return states;
}

/** One policy, or a list of them when one cannot hold every action. */
function policyFor(denied: readonly string[]): object | null {
  if (denied.length === 0) return null;
  const [first, ...more] = leastPolicies(denied);
  return more.length === 0 ? (first ?? null) : [first, ...more];
}

function* describe(report: Report): Generator<string> {
  const by = (state: ActionState): string[] =>
    Object.entries(report.actions)
      .filter(([, s]) => s === state)
      .map(([a]) => a);
  yield `You are      ${report.caller}\nAccount      ${report.account}\nRegions      ${report.regions.length}: ${report.regions.join(', ')}\n`;
  for (const { region, reason } of report.skippedRegions) yield `  not read   ${region}: ${reason}\n`;
  const skew = report.clockSkewSeconds;
  yield `Clock        ${skew === null ? 'could not be compared with AWS' : Math.abs(skew) < 2 ? 'agrees with AWS' : `${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} AWS${Math.abs(skew) * 1000 > skewLimitMs ? ': AWS refuses signatures this far off, set the clock' : ''}`}\n`;
  yield `\nEach needed action was tried once, in ${report.probedRegion}:\n  ${by('allowed').length} allowed, ${by('denied').length} denied, ${by('failed').length} failed, ${by('untested').length} not tried (no resource to ask about)\n`;
  for (const action of by('failed')) yield `  failed   ${action}\n`;
  for (const action of by('denied')) yield `  denied   ${action}\n`;
  if (report.policyToAdd !== null)
    yield `\nAdd this to what the caller may do:\n${JSON.stringify(report.policyToAdd, undefined, 2)}\n`;
}

/**
 * How far this machine's clock is ahead of AWS's, in ms, from the Date header of an unsigned request.
 * Undefined when there is no answer: that is no reason to fail.
 */
function clockSkew(region: string, partition: string, endpointUrl: string | undefined): Promise<number | undefined> {
  const url = new URL(
    endpointOf({ sdkId: 'STS' }, endpointUrl, process.env) ??
      `https://sts.${region}.${partitionById(partition).dnsSuffix}`,
  );
  const request = url.protocol === 'http:' ? httpRequest : httpsRequest;
  return new Promise((resolve) => {
    const sent = Date.now();
    const req = request(url, { method: 'HEAD', timeout: 5000 }, (res) => {
      res.resume();
      const date = Date.parse(res.headers.date ?? '');
      // The header has whole seconds: half of one is the best guess.
      resolve(Number.isNaN(date) ? undefined : (sent + Date.now()) / 2 - (date + 500));
    });
    req.on('timeout', () => req.destroy(new Error('timeout')));
    req.on('error', () => resolve(undefined));
    req.end();
  });
}
