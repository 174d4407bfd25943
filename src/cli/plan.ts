import type { Check } from '../engine/check.ts';
import { derivationsOf } from '../engine/derive.ts';
import type { Derivation } from '../engine/derive.ts';
import { sessionServices } from '../services/session-services.ts';
import { partitionOfRegion } from '../partitions/partitions.ts';
import { configure } from '../aws/configuration.ts';
import { startRegionOf } from '../aws/connection.ts';
import { chooseRegions } from '../aws/session.ts';
import { readSharedFiles } from '../aws/shared-files.ts';
import { needsTags } from '../engine/suppressions.ts';
import { actionsOfPlan, planFor } from '../inventory/plan.ts';
import { plannedCalls } from '../inventory/planned-calls.ts';
import type { PlannedCall } from '../inventory/planned-calls.ts';
import { toJson } from '../text/escape.ts';
import { columns, count, wrap } from './columns.ts';
import { command, format, list, number, text } from './door/options.ts';
import { drawnBeside } from './drawn.ts';
import { configOptions, selectOptions } from './options.ts';
import { writeStdout } from './output.ts';
import type { Estimate } from './plan-estimate.ts';
import { estimateLines, estimateOf } from './plan-estimate.ts';
import { provable } from '../services/resourceexplorer2/proof.ts';
import { setUp } from './setup.ts';

export default command({
  usage: 'plan',
  options: {
    ...selectOptions,
    ...configOptions,
    region: list('Regions, globs allowed (default: those enabled by default)'),
    profile: text('Profile of the AWS configuration files, for its region'),
    resources: number('Resources of each type to reckon with (default: 100)'),
    format: format('table', 'json'),
  },
  examples: [['audit plan --service iam', 'what a scan of IAM would call; nothing is called']],

  async run(options) {
    const setup = await setUp(options);
    const { selected, regions, suppressions } = setup;
    const configured = configure({ profile: options.profile }, process.env, await readSharedFiles(process.env));
    const start = startRegionOf(regions, configured.region);
    const partition = partitionOfRegion(start);
    const all = [...new Set([...partition.defaultRegions, ...regions.filter((r) => partition.regionPattern.test(r))])];
    const chosen = chooseRegions(
      all.map((name) => ({ name, enabled: true })),
      regions,
    ).regions;
    const tags = needsTags(suppressions);
    const plan = planFor(selected, { tags });
    const callsOf = (one: typeof plan): PlannedCall[] =>
      plannedCalls(one, sessionServices, chosen, partition.id, start);
    const calls = callsOf(plan);
    const drawn = planFor([...selected, ...drawnBeside(setup)], { tags });
    const pages = {
      operations: operationsOf(callsOf(drawn)).filter((name) => !operationsOf(calls).includes(name)),
      actions: actionsOfPlan(drawn).filter((action) => !actionsOfPlan(plan).includes(action)),
    };
    const derived = derivedBy(selected);
    const estimate = estimateOf(calls, options.resources ?? 100);
    const provables = new Set(provable(plan));
    const proof = {
      types: provables.size,
      callsOfRegion: perRegion(calls),
      callsOfEmptyRegion: perRegion(callsOf(plan.filter((each) => !provables.has(each)))) + callsOfProof,
    };
    if (options.format === 'json')
      await writeStdout([
        `${toJson({ checks: selected.length, regions: chosen, calls, derived, actions: actionsOfPlan(plan), pages, estimate, regionProof: proof }, 2)}\n`,
      ]);
    else
      await writeStdout([
        ...table(calls, derived, selected.length, chosen, estimate),
        ...ofProof(proof),
        ...ofPages(pages.operations),
      ]);
    return 0;
  },
});

/** What Resource Explorer is asked about a region: how its index stands, and what is in it. */
const callsOfProof = 2;

/** Calls that are sent in each region, whatever there is. */
const perRegion = (calls: readonly PlannedCall[]): number =>
  calls.reduce((sum, { per, operations }) => sum + (per === 'region' ? operations.length : 0), 0);

/** What a region takes with and without a proof that it is empty; nothing where a proof saves nothing. */
const ofProof = (proof: Readonly<Record<'types' | 'callsOfRegion' | 'callsOfEmptyRegion', number>>): string[] =>
  proof.callsOfEmptyRegion >= proof.callsOfRegion
    ? []
    : [
        `${wrap(`With --region-proof, a region that Resource Explorer's index proves to have nothing of ${count(proof.types, 'type')} takes ${count(proof.callsOfEmptyRegion, 'call')} instead of ${proof.callsOfRegion}, the two that ask about it among them.`, 100)}\n`,
      ];

const operationsOf = (calls: readonly PlannedCall[]): readonly string[] => [
  ...new Set(calls.flatMap(({ service, operations }) => operations.map((operation) => `${service}:${operation}`))),
];

/** What a scan asks beside where its result is a page: the attack paths of the account, which the selected checks do not read. */
const ofPages = (operations: readonly string[]): string[] =>
  operations.length === 0
    ? []
    : [
        `${wrap(`With --format html or pdf, the attack paths of the account are read too: ${operations.join(', ')}.`, 100)}\n`,
      ];

interface Derived {
  /** What is worked out, e.g. `attack paths`. */
  readonly name: string;
  /** Of which types. */
  readonly resourceTypes: readonly string[];
  /** The checks that look at it. */
  readonly checks: readonly string[];
}

/** What is worked out once for several checks. */
function derivedBy(checks: readonly Check[]): Derived[] {
  const found = new Map<Derivation, string[]>();
  for (const check of checks)
    for (const each of derivationsOf(check)) found.set(each, [...(found.get(each) ?? []), check.id]);
  return [...found].map(([{ name, along }, ids]) => ({
    name,
    resourceTypes: [...new Set(Object.values(along).map(({ resource }) => resource.type))].sort(),
    checks: ids,
  }));
}

function* table(
  calls: readonly PlannedCall[],
  derived: readonly Derived[],
  checks: number,
  regions: readonly string[],
  estimate: Estimate,
): Generator<string> {
  const often = ({ per, unit, again, regions: where }: PlannedCall): string =>
    per === 'resource'
      ? `per ${unit}`
      : per === 'account'
        ? `once, ${where.join()}`
        : `once${again === true ? ' more' : ''} in ${count(where.length, 'region')}`;
  for (const service of new Set(calls.map((call) => call.service))) {
    yield `${service}\n`;
    yield* columns(
      undefined,
      calls
        .filter((call) => call.service === service)
        .flatMap((call) => call.operations.map((operation) => [` `, operation, often(call)])),
    );
  }
  if (derived.length > 0) {
    yield 'worked out once\n';
    yield* columns(
      undefined,
      derived.map(({ name, resourceTypes, checks: by }) => [
        ' ',
        name,
        `of ${count(resourceTypes.length, 'resource type')}, for ${count(by.length, 'check')}`,
      ]),
    );
  }
  yield `\n${count(checks, 'check')}, ${count(regions.length, 'region')}. Nothing was called.\n`;
  for (const line of estimateLines(estimate)) yield `${wrap(line, 100)}\n`;
}
