import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askedLines } from '../../src/engine/asked-text.ts';
import { defineCheck, fail } from '../../src/engine/check.ts';
import { judge } from '../../src/engine/judge.ts';
import type { Asked } from '../../src/inventory/asked.ts';
import { AskedLog, together } from '../../src/inventory/asked.ts';
import { collect } from '../../src/inventory/collect.ts';
import { FileJournal } from '../../src/inventory/file-journal.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { resource } from '../../src/inventory/resource.ts';
import { readSnapshot, snapshotLines } from '../../src/inventory/snapshot.ts';
import { ssm } from '../../src/services/ssm/service.ts';
import { emptyInventory } from '../engine/fakes.ts';
import { stubbedApis } from '../helpers/resource-suite.ts';

const at = (ms: number): string => new Date(ms).toISOString();

/** What is kept of requests about one resource after the other. */
function parametersOf(...asked: readonly (readonly [input: object, about: object])[]): unknown {
  const log = new AskedLog(() => 2);
  for (const [input, about] of asked) log.of(about).sent('s3:Get', 'eu-west-1', input);
  log.read(1);
  return log.result(['Get'])?.requests.map(({ parameters }) => parameters);
}

const a = { id: 'a', arn: 'arn:a', name: 'A', cluster: 'arn:of-a' };
const b = { id: 'b', arn: 'arn:b', name: 'B', cluster: 'arn:of-b' };

describe('the parameters of requests', () => {
  it.each<[string, (readonly [object, object])[], unknown]>([
    [
      'the id',
      [
        [{ Bucket: 'a' }, a],
        [{ Bucket: 'b' }, b],
      ],
      [{ Bucket: '{id}' }],
    ],
    ['the ARN', [[{ Arn: 'arn:a' }, a]], [{ Arn: '{arn}' }]],
    ['the name', [[{ Name: 'A' }, a]], [{ Name: '{name}' }]],
    [
      'another field',
      [
        [{ cluster: 'arn:of-a' }, a],
        [{ cluster: 'arn:of-b' }, b],
      ],
      [{ cluster: '{cluster}' }],
    ],
    ['the id before the name', [[{ Name: 'x' }, { id: 'x', name: 'x' }]], [{ Name: '{id}' }]],
    [
      'a constant',
      [
        [{ Type: 'All', Max: 5, On: true }, a],
        [{ Type: 'All', Max: 5, On: true }, b],
      ],
      [{ Type: 'All', Max: 5, On: true }],
    ],
    [
      'what differs',
      [
        [{ Token: 'x1' }, a],
        [{ Token: 'x2' }, b],
      ],
      [{ Token: '(varies)' }],
    ],
    [
      'what differs once and then not',
      [
        [{ T: 'x' }, a],
        [{ T: 'y' }, b],
        [{ T: 'y' }, b],
      ],
      [{ T: '(varies)' }],
    ],
    [
      'members of members',
      [[{ Filters: [{ Name: 'vpc-id', Values: ['a'] }] }, a]],
      [{ Filters: [{ Name: 'vpc-id', Values: ['{id}'] }] }],
    ],
    ['ids of several', [[{ Names: ['a', 'b'] }, new Set(['a', 'b'])]], [{ Names: ['{id}'] }]],
    ['many that differ', [[{ Names: ['1', '2', '3', '4', '5', '6'] }, a]], [{ Names: '(varies)' }]],
    ['a long text', [[{ Text: 'x'.repeat(201) }, a]], [{ Text: '(varies)' }]],
    ['bytes', [[{ Blob: new Uint8Array(2) }, a]], [{ Blob: '(varies)' }]],
    ['a time', [[{ Start: new Date(0) }, a]], [{ Start: '1970-01-01T00:00:00.000Z' }]],
    ['an empty text', [[{ Path: '' }, { ...a, path: '' }]], [{ Path: '' }]],
    ['members without a value', [[{ Bucket: 'a', Next: undefined }, a]], [{ Bucket: '{id}' }]],
    [
      'other members',
      [
        [{ One: 1 }, a],
        [{ Two: 2 }, a],
      ],
      [{ One: 1 }, { Two: 2 }],
    ],
    ['nothing', [[{}, a]], [{}]],
    [
      'a secret',
      [[{ Key: 'AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }, a]],
      [{ Key: expect.stringContaining('[redacted]') }],
    ],
  ])('%s', (_, asked, expected) => {
    expect(parametersOf(...asked)).toEqual(expected);
  });

  it('take as much memory for a million resources as for two', () => {
    const log = new AskedLog(() => 2);
    for (let i = 0; i < 1000; i++) log.of({ id: `${i}` }).sent('s3:Get', 'eu-west-1', { Bucket: `${i}`, Odd: `x${i}` });
    log.read(1);
    expect(log.result(['Get'])?.requests).toEqual([
      { operation: 's3:Get', regions: ['eu-west-1'], parameters: { Bucket: '{id}', Odd: '(varies)' } },
    ]);
  });
});

/** A type whose values are asked for together, and its history one by one. */
const thing = resource(ssm, 'AWS::SSM::Thing', {
  calls: ['DescribeParameters'],
  narrows: {
    DescribeParameters: { Filters: 'unless given', ParameterFilters: 'unless given', Shared: 'unless given' },
  },
  async *list(api) {
    const { Parameters } = await api.call('DescribeParameters', { MaxResults: 50 });
    for (const { Name = '' } of Parameters ?? []) yield { id: Name, arn: `arn:${Name}` };
  },
}).facets((facet) => ({
  value: facet.batch({
    calls: ['GetParameters'],
    most: 2,
    async read(api, items) {
      const { Parameters } = await api.call('GetParameters', { Names: items.map(({ id }) => id) });
      return new Map((Parameters ?? []).map(({ Name = '', Value }) => [Name, Value]));
    },
  }),
  one: facet({
    calls: ['ListTagsForResource'],
    read: (api, { id }) => api.call('ListTagsForResource', { ResourceType: 'Parameter', ResourceId: id }),
  }),
  shared: facet({
    calls: ['GetParameters'],
    read: (api) => api.once('setting', async () => (await api.call('GetParameters', { Names: ['s'] })).Parameters),
  }),
  sharing: facet({
    calls: ['GetParameters', 'ListTagsForResource'],
    read: (api) => api.once('setting', async () => (await api.call('GetParameters', { Names: ['s'] })).Parameters),
  }),
}));

const answers = {
  DescribeParameters: { Parameters: [{ Name: 'p1' }, { Name: 'p2' }, { Name: 'p3' }] },
  GetParameters: ({ Names }: { Names: string[] }) => ({ Parameters: Names.map((Name) => ({ Name, Value: 'v' })) }),
  ListTagsForResource: { TagList: [] },
};
const needs = ['value', 'one', 'shared', 'sharing'];
const plan = planFor([{ id: 'test', resource: thing, needs, along: {} }]);

async function collected(journal?: FileJournal): Promise<Inventory> {
  let time = Date.parse('2026-06-01T00:10:00.000Z');
  const inventory = emptyInventory(['eu-west-1']);
  await collect({ plan, inventory, apis: stubbedApis(answers, []), journal, clock: () => (time += 1000) });
  return inventory;
}
const askedOf = (inventory: Inventory): Readonly<Record<string, Asked>> => inventory.listings(thing)[0]?.asked ?? {};
const requestsOf = (asked: Readonly<Record<string, Asked>>): unknown =>
  Object.fromEntries(Object.entries(asked).map(([name, { requests }]) => [name, requests]));
const one = (operation: string, parameters: object): unknown => ({ operation, regions: ['eu-west-1'], parameters });

const check = defineCheck({
  id: 'ssm-thing',
  title: 't',
  severity: 'low',
  category: 'security',
  risk: 'r',
  fix: { text: 'f' },
  references: [],
  resource: thing,
  needs: ['one'],
  evaluate: () => fail('x'),
});
const evidenceOf = (inventory: Inventory): readonly { facet: string; asked?: Asked }[] =>
  judge([check], inventory, { now: 0, source: 'aws' }).findings[0]?.evidence ?? [];

describe('what a collection asks', () => {
  it('is kept of each list and facet, what is shared too', async () => {
    const setting = one('ssm:GetParameters', { Names: ['s'] });
    expect(requestsOf(askedOf(await collected()))).toEqual({
      list: [one('ssm:DescribeParameters', { MaxResults: 50 })],
      value: [one('ssm:GetParameters', { Names: ['{id}'] })],
      one: [one('ssm:ListTagsForResource', { ResourceType: 'Parameter', ResourceId: '{id}' })],
      shared: [setting],
      sharing: [setting],
    });
  });

  it('is kept with the time from before the first request until after the last answer', async () => {
    const { list, one: facet } = askedOf(await collected());
    expect(list?.from).toBe('2026-06-01T00:10:01.000Z');
    expect(Date.parse(list?.to ?? '')).toBeGreaterThan(Date.parse(list?.from ?? ''));
    expect(Date.parse(facet?.from ?? '')).toBeGreaterThanOrEqual(Date.parse(list?.to ?? ''));
    expect(Date.parse(facet?.to ?? '')).toBeGreaterThan(Date.parse(facet?.from ?? ''));
  });

  it('of an earlier run that it goes on from is somewhere after that began', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'asked-')), 'snap');
    const journal = new FileJournal(file, false);
    journal.start(emptyInventory(['eu-west-1']).header);
    const first = await collected(journal);
    journal.close();
    const resumed = new FileJournal(file, true);
    const again = await collected(resumed);
    resumed.close();
    expect(askedOf(again)['one']).toEqual({
      from: first.header.startedAt,
      to: expect.stringMatching(/^2026-06-01T00:10:/u) as string,
      requests: [],
    });
  });

  it('stands in the evidence, live and from the snapshot', async () => {
    const inventory = await collected();
    const file = join(mkdtempSync(join(tmpdir(), 'asked-')), 'snap');
    const text = [...snapshotLines(inventory)].join('');
    writeFileSync(file, text);
    const back = await readSnapshot(file);
    expect([...snapshotLines(back)].join('')).toBe(text);
    expect(evidenceOf(back)).toEqual(evidenceOf(inventory));
    expect(evidenceOf(back)).toMatchObject([
      { facet: 'list', asked: askedOf(inventory)['list'] },
      { facet: 'one', asked: askedOf(inventory)['one'] },
    ]);
  });

  it('is missing in a snapshot that does not hold it, and the evidence says so', async () => {
    const inventory = await collected();
    for (const { type, region, result } of inventory.listings(thing)) inventory.add({ type, region, result });
    const [, entry] = evidenceOf(inventory);
    expect(entry).toEqual({ facet: 'one', actions: ['ssm:ListTagsForResource'], outcome: 'present' });
    expect(askedLines(entry as never, a)).toEqual([
      'the snapshot does not hold when it was read and with which parameters',
    ]);
  });

  it('is shown with the names of the resource', async () => {
    const [, entry] = evidenceOf(await collected());
    expect(askedLines(entry as never, { ...a, id: 'p1' })).toEqual([
      expect.stringMatching(/^read between 2026-06-01T00:10:.* and 2026-06-01T00:10:/u),
      'ssm:ListTagsForResource in eu-west-1 with {"ResourceType":"Parameter","ResourceId":"p1"}',
    ]);
  });

  it.each([
    ['from', (text: string) => text.replace('"from":"2026', '"from":"x2026')],
    [
      'regions',
      (text: string) => text.replace('"regions":["eu-west-1"],"parameters"', '"regions":"eu-west-1","parameters"'),
    ],
  ])('is refused where it is damaged: %s', async (_, damage) => {
    const file = join(mkdtempSync(join(tmpdir(), 'asked-')), 'snap');
    writeFileSync(file, damage([...snapshotLines(await collected())].join('')));
    await expect(readSnapshot(file)).rejects.toThrow(/is damaged: asked\./u);
  });
});

describe('what was asked for several lists', () => {
  const asked = (from: number, to: number, region: string): Asked => ({
    from: at(from),
    to: at(to),
    requests: [{ operation: 's3:List', regions: [region], parameters: {} }],
  });
  it('is one request in several regions, in the time of all', () =>
    expect(together([asked(2, 5, 'us-east-1'), asked(1, 3, 'eu-west-1')])).toEqual({
      from: at(1),
      to: at(5),
      requests: [{ operation: 's3:List', regions: ['eu-west-1', 'us-east-1'], parameters: {} }],
    }));
  it('is not known where it is not known of one of them', () =>
    expect(together([asked(2, 5, 'us-east-1'), undefined])).toBeUndefined());
});
