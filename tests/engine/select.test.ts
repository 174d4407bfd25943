import { describe, expect, it } from 'vitest';
import { defineCheck, pass } from '../../src/engine/check.ts';
import type { Check } from '../../src/engine/check.ts';
import { leastPolicies, managedPolicyLimit } from '../../src/engine/least-policy.ts';
import { selectChecks } from '../../src/engine/select.ts';
import { matcher } from '../../src/text/glob.ts';
import { nearest } from '../../src/text/nearest.ts';
import { thing } from './fakes.ts';

const make = (id: string, more: Partial<Check> = {}): Check => ({
  ...defineCheck({
    id,
    title: 't',
    severity: 'low',
    category: 'security',
    risk: 'r',
    fix: { text: 'f' },
    references: [],
    resource: thing,
    evaluate: () => pass('x'),
  }),
  ...more,
});
const all = [
  make('s3-bucket-a'),
  make('s3-bucket-b', { severity: 'high', formerly: ['s3-old-b'] }),
  make('iam-user-a', { category: 'performance' }),
];
const ids = (selection: Parameters<typeof selectChecks>[1]) => selectChecks(all, selection).map((c) => c.id);

describe('selectChecks', () => {
  it.each([
    [{}, ['s3-bucket-a', 's3-bucket-b', 'iam-user-a']],
    [{ services: ['s3'] }, ['s3-bucket-a', 's3-bucket-b']],
    [{ checks: ['*-a'] }, ['s3-bucket-a', 'iam-user-a']],
    [{ checks: ['s3-old-b'] }, ['s3-bucket-b']],
    [{ excluded: ['s3-*'] }, ['iam-user-a']],
    [{ severities: ['high' as const] }, ['s3-bucket-b']],
    [{ categories: ['performance' as const] }, ['iam-user-a']],
    [
      { frameworks: [{ key: 'f', name: 'F', version: null, requirements: [{ id: '1', checks: ['iam-user-a'] }] }] },
      ['iam-user-a'],
    ],
  ])('%o', (selection, expected) => expect(ids(selection)).toEqual(expected));

  it.each([
    [{ checks: ['s3-bucket-x'] }, /unknown check: s3-bucket-x; did you mean s3-bucket-a, s3-bucket-b/],
    [{ services: ['s33'] }, /unknown service: s33; did you mean s3/],
    [{ excluded: ['nothing-at-all'] }, /unknown check: nothing-at-all/],
  ])('offers the nearest names: %o', (selection, message) => expect(() => ids(selection)).toThrow(message));
});

describe('nearest', () => {
  it('finds by part and by edits', () => {
    expect(nearest('mfa', ['iam-root-mfa-enabled', 's3-x'])).toEqual(['iam-root-mfa-enabled']);
    expect(nearest('guardutty', ['guardduty', 'shield'])).toEqual(['guardduty']);
    expect(nearest('zzzzzz', ['guardduty'])).toEqual([]);
  });
});

describe('matcher', () => {
  it.each([
    ['a*c', 'abbbc', true],
    ['a*c', 'abbbd', false],
    ['a?c', 'abc', true],
    ['*', '', true],
    ['a.c', 'abc', false],
    ['**a**', 'bab', true],
  ])('%s on %s: %s', (pattern, text, expected) => expect(matcher(pattern)(text)).toBe(expected));

  it('does not blow up', () => {
    const started = performance.now();
    expect(matcher(`${'*a'.repeat(30)}b`)('a'.repeat(20_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('leastPolicies', () => {
  it('always allows to ask for the regions, sorted and without repetition', () => {
    expect(leastPolicies(['s3:B', 's3:A', 's3:A'])).toEqual([
      {
        Version: '2012-10-17',
        Statement: [
          { Sid: 'AuditRead1', Effect: 'Allow', Action: ['ec2:DescribeRegions', 's3:A', 's3:B'], Resource: '*' },
        ],
      },
    ]);
  });

  it('splits what does not fit, losing nothing', () => {
    const actions = Array.from({ length: 500 }, (_, i) => `someservice:DescribeSomething${i}`);
    const documents = leastPolicies(actions);
    expect(documents.length).toBeGreaterThan(1);
    for (const document of documents) expect(JSON.stringify(document).length).toBeLessThanOrEqual(managedPolicyLimit);
    expect(documents.flatMap((d) => d.Statement.flatMap((s) => s.Action)).sort()).toEqual(
      ['ec2:DescribeRegions', ...actions].sort(),
    );
  });
});
