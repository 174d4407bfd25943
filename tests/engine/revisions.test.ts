import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { along, defineCheck, fail, pass } from '../../src/engine/check.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { resource } from '../../src/inventory/resource.ts';
import { isAsKept, revisionsOf } from '../../src/inventory/revisions.ts';
import { snapshotFromText, snapshotLines } from '../../src/inventory/snapshot.ts';
import { root } from '../../src/stand-in/root.ts';
import { colour, fake, inventoryOf, record, thing } from './fakes.ts';

const texts = {
  title: 'A thing is red',
  severity: 'high',
  category: 'security',
  risk: 'r',
  fix: { text: 'f' },
  references: [],
} as const;
const now = Date.parse('2026-06-01T00:00:00Z');

/** The type as this version has it: items, and a facet, in forms of their own. */
const newer = (revision: { list?: number; facet?: number }) =>
  resource(fake, 'Test::Fake::Thing', {
    calls: ['ListThings'],
    ...(revision.list === undefined ? {} : { revision: revision.list }),
    async *list() {
      yield { id: 'none' };
    },
    arn: ({ id }, { account, region }) => `arn:aws:fake:${region}:${account}:${id}`,
  }).facets((facet) => ({
    colour: facet({
      calls: ['GetColour'],
      absentOn: ['NoColour'],
      ...(revision.facet === undefined ? {} : { revision: revision.facet }),
      read: (api, { id }) => api.call('GetColour', { name: id }),
    }),
  }));

/** Reads a snapshot of a version whose header says these revisions, or none as the first versions did. */
function read(revisions: Readonly<Record<string, number>> | undefined): Promise<Inventory> {
  const inventory = inventoryOf({
    'eu-west-1': [
      record('a', { colour: colour('red') }),
      record('b', { colour: { kind: 'absent', code: 'NoColour' } }),
    ],
  });
  const { header } = inventory;
  Object.defineProperty(inventory, 'header', {
    value: { ...header, ...(revisions === undefined ? {} : { revisions }) },
  });
  return snapshotFromText([...snapshotLines(inventory)].join(''), 'test');
}

async function statuses(
  revision: { list?: number; facet?: number },
  header: Readonly<Record<string, number>> | undefined,
) {
  const type = newer(revision);
  const own = defineCheck({
    ...texts,
    id: 'fake-thing-red',
    resource: type,
    needs: ['colour'],
    evaluate: ({ name, colour: c }) => (c === undefined ? fail(`${name} has no colour`) : pass(`${name} is red`)),
  });
  return evaluate([own], await read(header), { now }).findings.map(({ resource: r, status, unknown }) =>
    unknown === undefined ? `${r.id} ${status}` : `${r.id} ${status}: ${unknown.cause}`,
  );
}

const key = thing.key;

describe('what another version kept', () => {
  it.each<[string, { list?: number; facet?: number }, Record<string, number> | undefined]>([
    ['everything is as it was', {}, undefined],
    ['the header says what this version keeps', { list: 2, facet: 3 }, { [key]: 2, [`${key}#colour`]: 3 }],
    ['the list is of this version', { list: 2 }, { [key]: 2 }],
  ])('counts when %s', async (_, revision, header) => {
    expect(await statuses(revision, header)).toEqual(['a pass', 'b fail']);
  });

  it.each<[string, { list?: number; facet?: number }, Record<string, number> | undefined, string[]]>([
    ['an older list', { list: 2 }, undefined, [expect.stringContaining('* unknown') as string]],
    ['a list of a later version', { list: 2 }, { [key]: 3 }, [expect.stringContaining('* unknown') as string]],
    [
      'a list of a later version, of which this one knows nothing',
      {},
      { [key]: 2 },
      [expect.stringContaining('* unknown') as string],
    ],
    // That there is none is the same in every form.
    ['an older facet', { facet: 2 }, undefined, [expect.stringContaining('a unknown') as string, 'b fail']],
  ])('is unknown, never a verdict, of %s', async (_, revision, header, expected) => {
    const found = await statuses(revision, header);
    expect(found).toEqual(expected);
    expect(found.join()).toContain('in another form: collect it again');
  });

  it('is unknown when it is read along', async () => {
    const reader = defineCheck({
      ...texts,
      id: 'fake-thing-others',
      resource: newer({}),
      along: { others: along(newer({ facet: 2 }), { needs: ['colour'] }) },
      evaluate: (_, { along: { others } }) => (others.length === 0 ? fail('no others') : pass('others')),
    });
    const { findings } = evaluate([reader], await read(undefined), { now });
    expect(new Set(findings.map(({ status }) => status))).toEqual(new Set(['unknown']));
  });

  it('is said by every snapshot that is written', () => {
    const [first = ''] = readFileSync(path.join(root, 'demo/account.ndjson'), 'utf8').split('\n');
    const { header } = JSON.parse(first) as { header: Inventory['header'] };
    expect(header.revisions).toEqual(revisionsOf(planFor(checks, { tags: true })));
    for (const { type } of planFor(checks)) expect(isAsKept(header, type), type.key).toBe(true);
    expect(header.revisions).toHaveProperty(['cloudwatch/AWS::CloudWatch::Alarm'], 2);
  });
});
