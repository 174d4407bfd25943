import { describe, expect, it } from 'vitest';
import { readCatalogue, type Row } from '../../src/dev/catalogue.ts';
import { categories, severities } from '../../src/engine/check.ts';
import { allFrameworks } from '../../src/compliance/load.ts';
import { root } from '../../src/stand-in/root.ts';
import { loadCheckFiles } from './load.ts';

const checks = (await loadCheckFiles()).map(({ check }) => check);
const frameworks = await allFrameworks();
const rows = [...readCatalogue(root).values()];

/** Rows added to the catalogue after these services were done; their checks are still to come. */
const isLater = ({ sources }: Row): boolean =>
  sources.some((one) => one === 'new since mid-2025' || one === 'added later');

/** Services whose tier 1 is complete. */
const completeServices = [
  'accessanalyzer',
  'account',
  'cloudtrail',
  'cloudwatch',
  'config',
  'ec2',
  'guardduty',
  'iam',
  'kms',
  's3',
  'securityhub',
  'sts',
  'vpc',
];

describe('the catalogue', () => {
  const ids = new Set(checks.map(({ id }) => id));

  it.each([...completeServices, 'shield'])('has a check for every row promised of %s', (service) => {
    const promised = rows.filter(
      (row) => row.service === service && !isLater(row) && (row.tier === 1 || service === 'shield'),
    );
    expect(promised.length).toBeGreaterThan(0);
    expect(promised.map((row) => row.id).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('has rows that a check can take its classification from', () => {
    const wrong = rows.filter(
      (row) =>
        !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(row.id) ||
        !['account', 'region', 'resource'].includes(row.scope) ||
        !/^AWS::([A-Za-z0-9]+)?::[A-Za-z0-9]+$/.test(row.resourceType) ||
        !categories.includes(row.category) ||
        !severities.includes(row.severity) ||
        !row.actions.every((action) => /^[a-z0-9-]+:[A-Z]\w+$/.test(action)) ||
        ![1, 2, 3].includes(row.tier),
    );
    expect(wrong).toEqual([]);
  });

  it('is where built-in checks have severity, category and names elsewhere from', () => {
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    expect(checks.map(({ id, severity, category, same }) => ({ id, severity, category, same }))).toEqual(
      checks.map(({ id }) => {
        const { severity, category, same } = rowOf.get(id) ?? {};
        return { id, severity, category, same };
      }),
    );
  });
});

describe.each(frameworks.map((framework) => [framework.key, framework] as const))('framework %s', (_key, framework) => {
  const known = new Set(rows.map(({ id }) => id));

  it('names checks that exist or are planned', () => {
    const named = framework.requirements.flatMap((requirement) => requirement.checks);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(named.some((id) => checks.some((check) => check.id === id))).toBe(true);
  });

  it('has every requirement once, and no check twice in one', () => {
    const ids = framework.requirements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, checks: named } of framework.requirements) expect(new Set(named).size, id).toBe(named.length);
  });

  it('has a key that fits --framework', () => expect(framework.key).toMatch(/^[a-z0-9_.]+$/));
});

it('gives every framework a key of its own', () => {
  expect(new Set(frameworks.map(({ key }) => key)).size).toBe(frameworks.length);
});
