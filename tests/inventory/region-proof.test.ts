import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { ApiFactory } from '../../src/aws/api.ts';
import { Limiter } from '../../src/aws/limiter.ts';
import { Judging } from '../../src/engine/judge.ts';
import type { AnyResult } from '../../src/engine/result.ts';
import { collect } from '../../src/inventory/collect.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import { planFor } from '../../src/inventory/plan.ts';
import type { RegionProofs } from '../../src/inventory/region-proof.ts';
import { snapshotFromText, snapshotLines } from '../../src/inventory/snapshot.ts';
import { provable, proveEmpty } from '../../src/services/resourceexplorer2/proof.ts';
import { covered } from '../../src/services/resourceexplorer2/covered.ts';
import { account, mainRegion } from '../../src/stand-in/facts.ts';
import { emptyInventory } from '../engine/fakes.ts';
import { worldAnswers } from './world-answers.ts';

/** One region with everything of the world, and one with what every region has. */
const regions = [mainRegion, 'ap-south-1'];
const idle = regions.slice(1);
const startedAt = '2026-06-10T00:00:00.000Z';
/** Those that look at what may be proven. */
const judging = checks.filter(({ resource, along }) =>
  [{ resource }, ...Object.values(along)].some((each) => each.resource.key in covered),
);
const plan = planFor(judging);
/** Lists that the world answers alike in every region are no sign of an idle one: they are answered where the world is. */
const keys = new Set(provable(plan).map(({ type }) => type.key));

interface Run {
  readonly inventory: Inventory;
  readonly result: AnyResult;
  readonly asked: readonly string[];
}

let world: Awaited<ReturnType<typeof worldAnswers>>;
let [off, on]: Run[] = [];

async function run(emptyRegions?: RegionProofs, selected = judging): Promise<Run> {
  const own = selected === judging ? plan : planFor(selected);
  const asked: string[] = [];
  const sender = (service: string, region: string) => ({
    send(command: object): Promise<unknown> {
      const { constructor, input } = command as { constructor: { name: string }; input: Record<string, unknown> };
      const operation = constructor.name.replace(/Command$/, '');
      asked.push(`${region} ${service}:${operation}`);
      return Promise.resolve().then(() => world({ service, region, operation, input }));
    },
  });
  const apis = new ApiFactory({
    clients: { get: ({ id }, region) => Promise.resolve(sender(id, region)) },
    limiter: new Limiter({ random: () => 0 }),
  });
  const header = { ...emptyInventory().header, account, regions, startedAt };
  const inventory = new Inventory(emptyRegions === undefined ? header : { ...header, emptyRegions });
  await collect({ plan: own, inventory, apis, clock: () => Date.parse(startedAt) });
  inventory.finishedAt = startedAt;
  const result = new Judging(
    selected,
    inventory,
    { now: Date.parse(startedAt), source: 'aws', suppressions: [] },
    () => true,
  ).result();
  return { inventory, result, asked };
}

/** What an index knows that knows everything: of each region and type that was listed, all that the type may be called by. */
const indexOf = ({ inventory }: Run) =>
  provable(plan).flatMap(({ type }) =>
    inventory
      .listings(type)
      .filter(({ result }) => result.kind !== 'present' || result.records.length > 0)
      .flatMap(({ region }) => (covered[type.key] ?? []).map((name) => ({ name, region }))),
  );

function explorer(known: readonly { name: string; region: string }[]) {
  const index = (Region: string) => ({
    Region,
    Arn: `arn:aws:resource-explorer-2:${Region}:${account}:index/1`,
    Type: Region === mainRegion ? 'AGGREGATOR' : 'LOCAL',
  });
  const LastUpdatedAt = new Date('2026-01-01T00:00:00.000Z');
  const answers: Readonly<Record<string, (input: Readonly<Record<string, unknown>>, region: string) => object>> = {
    ListIndexes: () => ({ Indexes: regions.map(index) }),
    GetIndex: (_, region) => ({ ...index(region), State: 'ACTIVE', LastUpdatedAt, ReplicatingFrom: idle }),
    GetDefaultView: () => ({ ViewArn: 'arn:view' }),
    GetView: () => ({ View: { ViewArn: 'arn:view', Scope: `arn:aws:iam::${account}:root` } }),
    ListSupportedResourceTypes: () => ({
      ResourceTypes: Object.values(covered)
        .flat()
        .map((ResourceType) => ({ ResourceType })),
    }),
    Search: ({ QueryString }) => ({
      Resources: known
        .filter(({ region }) => QueryString === `region:${region}`)
        .map(({ name, region }) => ({ ResourceType: name, Region: region, OwningAccountId: account })),
    }),
  };
  const send = (region: string) => (command: object) => {
    const { constructor, input } = command as { constructor: { name: string }; input: Record<string, unknown> };
    return Promise.resolve(answers[constructor.name.replace(/Command$/, '')]?.(input, region));
  };
  return new ApiFactory({
    clients: { get: (_, region) => Promise.resolve({ send: send(region) }) },
    limiter: new Limiter({ random: () => 0 }),
  });
}

beforeAll(async () => {
  world = await worldAnswers();
  off = await run();
  const where = { account, partition: 'aws', regions, now: Date.parse(startedAt) };
  on = await run(await proveEmpty(explorer(indexOf(off)), plan, where));
}, 60_000);

const found = ({ result }: Run) =>
  [...result.findings].map(({ evidence: _evidence, ...finding }) => JSON.stringify(finding)).sort();

describe('what is not listed because an index proves it is not there', () => {
  it('changes no finding', () => {
    expect(found(on as Run)).toEqual(found(off as Run));
    expect(found(on as Run).length).toBeGreaterThan(500);
  });

  it('is not asked, and nothing else is left out', () => {
    const left = (off as Run).asked.filter((call) => !(on as Run).asked.includes(call));
    expect(left.length).toBeGreaterThan(0);
    expect((on as Run).asked.filter((call) => !(off as Run).asked.includes(call))).toEqual([]);
    for (const call of left) expect(idle).toContain(call.split(' ')[0]);
    const proven = new Set((on as Run).inventory.header.emptyRegions?.proven.flatMap(({ types }) => types));
    const lists = plan.filter(({ type }) => keys.has(type.key) && proven.has(type.key));
    const own = new Set(
      lists.flatMap(({ type }) => [
        ...type.calls.map((call) => `${type.service.id}:${call}`),
        ...Object.values(type.facetDefs).flatMap((def) => def.calls.map((call) => `${def.service.id}:${call}`)),
      ]),
    );
    for (const call of left) expect(own).toContain(call.split(' ')[1]);
  });

  it('is told in the coverage, and by whom and when', () => {
    const { emptyRegions } = (on as Run).result.coverage;
    expect(emptyRegions?.proven.map(({ region, by, at }) => [region, by, at])).toEqual(
      idle.map((region) => [region, 'AWS Resource Explorer', startedAt]),
    );
    expect(emptyRegions?.unproven.map(({ region }) => region)).toEqual([mainRegion]);
    expect((off as Run).result.coverage.emptyRegions).toBeUndefined();
  });

  it('has the search as what was asked for the list', () => {
    const proof = (on as Run).inventory.header.emptyRegions?.proven[0];
    const [key = ''] = proof?.types ?? [];
    const listing = (on as Run).inventory.listings({ key }).find(({ region }) => region === proof?.region);
    expect(listing).toMatchObject({
      result: { kind: 'present', records: [] },
      asked: {
        list: { from: startedAt, requests: [{ operation: 'resourceexplorer2:Search', regions: [mainRegion] }] },
      },
    });
  });

  it('is told by a snapshot too', async () => {
    const { header } = (on as Run).inventory;
    const empty = new Inventory(header);
    const read = await snapshotFromText([...snapshotLines(empty)].join(''), 'snapshot');
    expect(read.header.emptyRegions).toEqual(header.emptyRegions);
  });

  it('was missed where the index lags: what it does not know is not found', async () => {
    const proofs: RegionProofs = {
      proven: [
        {
          region: mainRegion,
          by: 'AWS Resource Explorer',
          at: startedAt,
          types: ['sqs/AWS::SQS::Queue'],
          request: { operation: 'resourceexplorer2:Search', region: mainRegion, parameters: {} },
        },
      ],
      unproven: [],
    };
    const queues = checks.filter(({ resource }) => resource.key === 'sqs/AWS::SQS::Queue').slice(0, 1);
    const [soon, late] = await Promise.all([run(undefined, queues), run(proofs, queues)]);
    const inMain = (of: Run): boolean => found(of).some((finding) => finding.includes(`"region":"${mainRegion}"`));
    expect([inMain(soon), inMain(late)]).toEqual([true, false]);
    expect(late.result.coverage.emptyRegions?.proven[0]?.resourceTypes).toEqual(['AWS::SQS::Queue']);
  });
});
