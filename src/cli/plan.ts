import { partitionOfRegion } from '../aws/partitions.ts';
import { chooseRegions } from '../aws/session.ts';
import { homeRegion } from '../inventory/collect.ts';
import type { Plan } from '../inventory/plan.ts';
import { compare } from '../inventory/inventory.ts';
import { actionsOfPlan, planFor } from '../inventory/plan.ts';
import { toJson } from '../text/inert.ts';
import { columns, count } from './columns.ts';
import type { CommandModule } from './commands.ts';
import { configOptions, list, oneOf, selectOptions, text } from './options.ts';
import { writeStdout } from './output.ts';
import { setUp } from './setup.ts';

/** One kind of call the scan would make. */
interface PlannedCall {
  readonly service: string;
  /** How often: once in each region, once for the account, or once per resource. */
  readonly per: 'account' | 'region' | 'resource';
  /** The types it tells about: one answer may serve several. */
  readonly resourceTypes: readonly string[];
  readonly operations: readonly string[];
  readonly actions: readonly string[];
  /** Regions it is made in; for calls per resource: where the resources are. */
  readonly regions: readonly string[];
}

const planCommand: CommandModule = {
  command: 'plan',
  builder: (y) =>
    configOptions(selectOptions(y))
      .option('region', {
        type: 'string',
        array: true,
        describe: 'Regions, globs allowed (default: those enabled by default)',
      })
      .option('format', { type: 'string', alias: 'f', describe: 'table (default) or json' })
      .example('audit plan --service iam', 'what a scan of IAM would call; nothing is called'),

  async handler(args) {
    const format = oneOf('format', text(args, 'format') ?? 'table', ['table', 'json']);
    const { selected, regions } = await setUp({ ...args, region: list(args, 'region') });
    const partition = partitionOfRegion(regions[0] ?? 'us-east-1');
    const all = [...new Set([...partition.defaultRegions, ...regions.filter((r) => partition.regionPattern.test(r))])];
    const chosen = chooseRegions(
      all.map((name) => ({ name, enabled: true })),
      regions,
    ).regions;
    const plan = planFor(selected);
    const calls = callsOf(plan, chosen, partition.id);
    if (format === 'json')
      await writeStdout([
        `${toJson({ checks: selected.length, regions: chosen, calls, actions: actionsOfPlan(plan) }, 2)}\n`,
      ]);
    else await writeStdout(table(calls, selected.length, chosen));
    return 0;
  },
};

export default planCommand;

/**
 * The kinds of calls a plan makes, by service. Operations that several types or facets share are sent once, and what the
 * list answered already is not asked again.
 * @param regions the regions a scan would read
 */
export function callsOf(plan: Plan, regions: readonly string[], partition: string): PlannedCall[] {
  const found = new Map<string, PlannedCall>();
  const add = (call: PlannedCall): void => {
    const key = JSON.stringify([call.service, call.operations, call.per, call.regions]);
    const before = found.get(key)?.resourceTypes ?? [];
    found.set(key, { ...call, resourceTypes: [...new Set([...before, ...call.resourceTypes])] });
  };
  for (const { type, facets } of plan) {
    const { service, scope } = type;
    if (service.partitions !== undefined && !service.partitions.includes(partition)) continue;
    const where =
      scope === 'global'
        ? [homeRegion(service, partition)]
        : regions.filter((r) => service.regions?.includes(r) ?? true);
    const once = scope === 'global' ? 'account' : 'region';
    const common = { resourceTypes: [type.type], regions: where };
    if (type.calls.length > 0)
      add({ ...common, service: service.id, per: once, operations: type.calls, actions: type.actions });
    for (const name of facets) {
      const def = type.facetDefs[name];
      const listed = def?.service === service && def.calls.every((call) => type.calls.includes(call));
      if (def === undefined || listed) continue;
      const per = type.singleton ? once : 'resource';
      add({ ...common, service: def.service.id, per, operations: def.calls, actions: def.actions });
    }
  }
  const order = (call: PlannedCall): string => `${call.service} ${call.per === 'resource' ? 1 : 0}`;
  return [...found.values()].sort((a, b) => compare(order(a), order(b)));
}

function* table(calls: readonly PlannedCall[], checks: number, regions: readonly string[]): Generator<string> {
  const often = ({ per, regions: where, resourceTypes }: PlannedCall): string =>
    per === 'resource'
      ? `per ${resourceTypes.join(', ')}`
      : per === 'account'
        ? `once, ${where.join()}`
        : `once in ${count(where.length, 'region')}`;
  for (const service of new Set(calls.map((call) => call.service))) {
    yield `${service}\n`;
    yield* columns(
      undefined,
      calls
        .filter((call) => call.service === service)
        .flatMap((call) => call.operations.map((operation) => [` `, operation, often(call)])),
    );
  }
  const fixed = calls
    .filter(({ per }) => per !== 'resource')
    .reduce((sum, { operations, regions: where }) => sum + operations.length * where.length, 0);
  yield `\n${count(checks, 'check')}, ${count(regions.length, 'region')}: about ${count(fixed, 'call')} for lists and settings, more where a list has several pages, and those per resource. Nothing was called.\n`;
}
