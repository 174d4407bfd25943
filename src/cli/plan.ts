import { partitionOfRegion } from '../aws/partitions.ts';
import { chooseRegions } from '../aws/session.ts';
import { homeRegion } from '../inventory/collect.ts';
import type { Plan } from '../inventory/plan.ts';
import { actionsOfPlan, planFor } from '../inventory/plan.ts';
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
  readonly resourceType: string;
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
        `${JSON.stringify({ checks: selected.length, regions: chosen, calls, actions: actionsOfPlan(plan) }, undefined, 2)}\n`,
      ]);
    else await writeStdout(table(calls, selected.length, chosen));
    return 0;
  },
};

export default planCommand;

/** @param regions the regions a scan would read */
export function callsOf(plan: Plan, regions: readonly string[], partition: string): PlannedCall[] {
  return plan.flatMap(({ type, facets }) => {
    const { service, scope } = type;
    if (service.partitions !== undefined && !service.partitions.includes(partition)) return [];
    const where =
      scope === 'global'
        ? [homeRegion(service, partition)]
        : regions.filter((r) => service.regions?.includes(r) ?? true);
    const listed: PlannedCall = {
      service: service.id,
      per: scope === 'global' ? 'account' : 'region',
      resourceType: type.type,
      operations: type.calls,
      actions: type.actions,
      regions: where,
    };
    const perResource = facets.flatMap((name): PlannedCall[] => {
      const def = type.facetDefs[name];
      return def === undefined
        ? []
        : [
            {
              service: def.service.id,
              per: 'resource',
              resourceType: type.type,
              operations: def.calls,
              actions: def.actions,
              regions: where,
            },
          ];
    });
    return [...(type.calls.length === 0 ? [] : [listed]), ...perResource];
  });
}

function* table(calls: readonly PlannedCall[], checks: number, regions: readonly string[]): Generator<string> {
  const rows = calls.map((c) => [
    c.service,
    c.resourceType,
    c.operations.join(', '),
    c.per === 'resource'
      ? 'per resource'
      : c.per === 'account'
        ? `once, ${c.regions.join()}`
        : `once in ${count(c.regions.length, 'region')}`,
  ]);
  yield* columns(['SERVICE', 'RESOURCE TYPE', 'CALLS', 'HOW OFTEN'], rows);
  const fixed = calls.filter((c) => c.per !== 'resource').reduce((sum, c) => sum + c.regions.length, 0);
  yield `\n${count(checks, 'check')}, ${count(regions.length, 'region')}: at least ${count(fixed, 'call')}, and those per resource. Nothing was called.\n`;
}
