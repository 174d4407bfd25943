import { describe, expect, it } from 'vitest';
import { defineCheck, pass } from '../../src/engine/check.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { along } from '../../src/engine/check.ts';
import { colour, denied, emptyInventory, failed, other, record, thing } from './fakes.ts';

const check = defineCheck({
  id: 'fake-thing-red',
  title: 'Things are red',
  severity: 'low',
  category: 'security',
  resource: thing,
  about: 'root user',
  needs: ['colour'],
  along: { others: along(other, { needs: ['colour'] }) },
  risk: '.',
  fix: { text: '.' },
  references: [],
  evaluate: ({ name, colour: value }, { along: { others } }) => pass(`${name} is ${value?.colour} of ${others.length}`),
});

const shapes: Readonly<Record<string, (inventory: Inventory) => void>> = {
  'all was read': (inventory) => {
    inventory.add({
      type: thing.key,
      region: 'eu-west-1',
      result: { kind: 'present', records: [record('a', { colour: colour('red') })] },
    });
  },
  'a facet was denied': (inventory) => {
    inventory.add({
      type: thing.key,
      region: 'eu-west-1',
      result: { kind: 'present', records: [record('a', { colour: denied })] },
    });
  },
  'the list was denied': (inventory) => {
    inventory.add({ type: thing.key, region: 'eu-west-1', result: denied });
  },
  'the companions failed': (inventory) => {
    inventory.add({
      type: thing.key,
      region: 'eu-west-1',
      result: { kind: 'present', records: [record('a', { colour: colour('red') })] },
    });
    inventory.add({ type: other.key, region: 'eu-west-1', result: failed });
  },
};

describe.each(Object.entries(shapes))('a check about the root user when %s', (shape, fill) => {
  const judged = (partition: string) => {
    const inventory = emptyInventory(['eu-west-1'], partition);
    fill(inventory);
    const { findings, gaps, checks } = evaluate([check], inventory, { now: 0 });
    return { statuses: findings.map(({ status }) => status), gaps: gaps.list().length, counts: checks[0] };
  };

  it('is judged where accounts have one', () => {
    for (const partition of ['aws', 'aws-us-gov']) {
      const { statuses, gaps } = judged(partition);
      expect(statuses).toEqual([shape === 'all was read' ? 'pass' : 'unknown']);
      expect(gaps).toBe(shape === 'all was read' ? 0 : 1);
    }
  });

  it('does not apply where they have none, and nothing is missing', () => {
    const { statuses, gaps, counts } = judged('aws-cn');
    expect(statuses).toEqual([]);
    expect(gaps).toBe(0);
    expect(counts).toMatchObject({ judged: 0, notJudged: 0, notApplicable: 1 });
  });
});
