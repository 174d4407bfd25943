import { describe, expect, it } from 'vitest';
import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { exitOf, judge } from '../../src/engine/judge.ts';
import type { Suppression } from '../../src/engine/suppressions.ts';
import { AuditError } from '../../src/program/errors.ts';
import type { Outcome } from '../../src/aws/outcome.ts';
import { colour, denied, inventoryOf, record, roamer, thing } from './fakes.ts';

const spec = {
  title: 'A thing is red',
  severity: 'medium',
  category: 'security',
  risk: 'r',
  fix: { text: 'f' },
  references: [],
} as const;
const check = defineCheck({
  ...spec,
  id: 'fake-thing-red',
  resource: thing,
  needs: ['colour'],
  settings: { shade: { type: 'strings', default: ['red'], describe: 'the good colours' } },
  evaluate: ({ name, colour: c }, { settings }) =>
    settings.shade.includes(c?.colour ?? '') ? pass(`${name} is good`) : fail(`${name} is ${c?.colour}`),
});
const now = Date.parse('2026-06-01T12:00:00Z');
const red = record('red', { colour: colour('red') });
const blue = record('blue', { colour: colour('blue') }, 'eu-west-1', { env: 'dev' });
const hidden = record('hidden', { colour: denied });
const judged = (
  records: Parameters<typeof inventoryOf>[0][string],
  options: Partial<Parameters<typeof judge>[2]> = {},
) => judge([check], inventoryOf({ 'eu-west-1': records }), { now, source: 'aws', ...options });

describe('exit codes', () => {
  it.each([
    ['everything passed', [red], 'informational', false, 0],
    ['something failed', [red, blue], 'informational', false, 1],
    ['something failed at the threshold', [blue], 'medium', false, 1],
    ['something failed below the threshold', [blue], 'high', false, 0],
    ['something failed and nothing counts', [blue], 'none', false, 0],
    ['something is unknown', [red, hidden], 'informational', false, 3],
    ['something is unknown and that is accepted', [red, hidden], 'informational', true, 0],
    ['something failed and something is unknown', [blue, hidden], 'informational', false, 1],
    ['something failed below the threshold and something is unknown', [blue, hidden], 'critical', false, 3],
  ] as const)('when %s', (_when, records, failOn, allowIncomplete, code) => {
    expect(exitOf(judged(records), { failOn, allowIncomplete }).code).toBe(code);
  });

  it.each([
    ['everything passed', [red], 'high', false, 'every selected check was judged; nothing failed'],
    [
      'one is below',
      [blue],
      'high',
      false,
      'every selected check was judged; nothing of severity high or above failed, 1 finding below it did',
    ],
    ['one counts', [blue], 'medium', false, '1 finding of severity medium or above failed'],
    ['all count', [blue], 'informational', false, '1 finding failed'],
    [
      'none counts',
      [blue],
      'none',
      false,
      'every selected check was judged; 1 finding failed, which a threshold of none accepts',
    ],
    [
      'one is below and one unknown',
      [blue, hidden],
      'critical',
      false,
      'the scan is incomplete: something could not be judged; nothing of severity critical or above failed, 1 finding below it did',
    ],
    [
      'one is below and one unknown is accepted',
      [blue, hidden],
      'none',
      true,
      'the scan is incomplete, which --allow-incomplete accepts; 1 finding failed, which a threshold of none accepts',
    ],
  ] as const)('say how many failed when %s', (_when, records, failOn, allowIncomplete, reason) => {
    expect(exitOf(judged(records), { failOn, allowIncomplete }).reason).toBe(reason);
  });

  it('have findings in natural order', () => {
    const names = ['bkt-10', 'bkt-2', 'bkt-1'].map((name) => record(name, { colour: colour('red') }));
    expect(judged(names).findings.map(({ resource }) => resource.name)).toEqual(['bkt-1', 'bkt-2', 'bkt-10']);
  });

  it('is 3 when a filter matches nothing that was read, whatever is accepted', () => {
    expect(exitOf(judged([]), { failOn: 'none', allowIncomplete: true, nothingMatched: '--tag' })).toEqual({
      code: 3,
      reason: '--tag matches no resource that was read: nothing was judged',
    });
  });

  it("is the stop's own when the collection was stopped", () => {
    expect(
      exitOf(judged([blue]), { failOn: 'none', allowIncomplete: true }, new AuditError('interrupted', 'x')).code,
    ).toBe(130);
    expect(
      exitOf(judged([blue]), { failOn: 'none', allowIncomplete: true }, new AuditError('credentials', 'x')).code,
    ).toBe(4);
  });
});

describe("a run's result", () => {
  it('counts what it says', () => {
    const { summary, run, coverage } = judged([red, blue, hidden]);
    expect(summary).toMatchObject({
      checks: 1,
      resources: 3,
      findings: 3,
      byStatus: { pass: 1, fail: 1, unknown: 1 },
      failedBySeverity: { medium: 1 },
      byService: { fake: { fail: 1 } },
    });
    expect(run.complete).toBe(false);
    expect(coverage.complete).toBe(false);
  });

  it('is the same, byte for byte, for the same input', () => {
    expect(JSON.stringify(judged([blue, hidden, red]))).toBe(JSON.stringify(judged([red, blue, hidden])));
  });

  it('takes settings from the configuration', () => {
    const { findings } = judged([blue], {
      settings: { 'fake-thing-red': { shade: ['blue'] } },
    });
    expect(findings).toMatchObject([{ status: 'pass' }]);
  });

  it.each([
    [{ resources: ['*:blue'] }, ['blue']],
    [{ resources: ['red'] }, ['red']],
    [{ tags: ['env=dev'] }, ['blue']],
    [{ tags: ['env=prod'] }, []],
    [{ tags: ['env'] }, ['blue']],
    [{ regions: (r: string) => r === 'us-east-1' }, []],
  ])('judges only the resources asked for: %o', (filter, ids) => {
    expect(judged([red, blue], filter).findings.map((f) => f.resource.id)).toEqual(ids);
  });
});

describe('what lists leave out', () => {
  it('is said of each type that a check judges or reads along', () => {
    const hiding = {
      ...thing,
      leavesOut: 'old things: nobody has any',
      narrows: { ListThings: { Filter: 'unless given', Hidden: 'hides secret things: they are judged elsewhere' } },
    } as const;
    const result = judge([{ ...check, resource: hiding }], inventoryOf({ 'eu-west-1': [red] }), { now, source: 'aws' });
    expect(result.coverage.leftOut).toEqual([
      { resourceType: thing.type, what: 'old things: nobody has any' },
      { resourceType: thing.type, what: 'secret things: they are judged elsewhere' },
    ]);
    expect(judged([red]).coverage.leftOut).toBeUndefined();
  });
});

describe('regions that were not read', () => {
  const cause = 'the list of enabled regions was denied';
  it('make the run incomplete when their list could not be read, and name the action', () => {
    const inventory = inventoryOf({ 'eu-west-1': [red] });
    Object.defineProperty(inventory, 'header', {
      value: { ...inventory.header, regionGap: { actions: ['ec2:DescribeRegions'], cause } },
    });
    const result = judge([check], inventory, { now, source: 'aws' });
    expect(result.run.complete).toBe(false);
    expect(result.coverage.gaps).toMatchObject([
      { kind: 'denied', actions: ['ec2:DescribeRegions'], cause, checks: ['fake-thing-red'] },
    ]);
    expect(exitOf(result, { failOn: 'informational', allowIncomplete: false }).code).toBe(3);
  });

  it('are told to the checks', () => {
    const seen: (readonly string[])[] = [];
    const curious = {
      ...check,
      evaluate: (_: never, { unreadRegions }: { unreadRegions: readonly string[] }) => (
        seen.push(unreadRegions),
        { kind: 'pass', message: 'x' }
      ),
    } as unknown as typeof check;
    const inventory = inventoryOf({ 'eu-west-1': [red] });
    Object.defineProperty(inventory, 'header', {
      value: {
        ...inventory.header,
        skippedRegions: [
          { region: 'ap-south-1', reason: 'not selected by --region' },
          { region: 'me-south-1', reason: 'not enabled for this account' },
        ],
      },
    });
    judge([curious], inventory, { now, source: 'aws', regions: (r) => r !== 'us-east-1' });
    expect(seen[0]).toEqual(['ap-south-1', 'us-east-1']);
  });
});

describe('suppressions', () => {
  const accepted = { reason: 'known', owner: 'team' };
  const statusWith = (suppression: Suppression) => {
    const { findings, suppressions, summary } = judged([red, blue, hidden], { suppressions: [suppression] });
    return {
      statuses: Object.fromEntries(findings.map((f) => [f.resource.id, f.status])),
      suppressions,
      summary,
      findings,
    };
  };

  it.each([
    ['check', { check: 'fake-*' }],
    ['account', { account: '111122223333' }],
    ['region', { region: 'eu-*' }],
    ['fingerprint', { fingerprint: judged([blue]).findings[0]?.fingerprint ?? '' }],
    ['resource glob', { resource: 'arn:aws:fake:*:blue' }],
    ['resource name', { resource: 'blue' }],
    ['tag', { tag: 'env=dev' }],
  ])('accept by %s; the finding stays visible', (_by, selector) => {
    const { statuses, findings, suppressions } = statusWith({ ...selector, ...accepted });
    expect(statuses).toMatchObject({ red: 'pass', blue: 'suppressed' });
    expect(findings.find((f) => f.resource.id === 'blue')?.suppression).toEqual({ ...accepted, status: 'fail' });
    expect(suppressions).toEqual([]);
  });

  it('need every selector given to match', () => {
    expect(statusWith({ check: 'fake-*', resource: 'green', ...accepted }).statuses['blue']).toBe('fail');
  });

  it.each([
    ['2026-05-31', 'fail', ['expired']],
    ['2026-06-01', 'suppressed', []],
  ])('until %s: %s', (until, status, notices) => {
    const { statuses, suppressions } = statusWith({ resource: 'blue', until, ...accepted });
    expect(statuses['blue']).toBe(status);
    expect(suppressions.map((n) => n.kind)).toEqual(notices);
  });

  it('that match nothing are reported as unused', () => {
    expect(statusWith({ resource: 'green', ...accepted }).suppressions).toEqual([
      { kind: 'unused', ...accepted, selector: 'resource=green' },
    ]);
  });

  it('of checks that did not run are not called unused', () => {
    expect(statusWith({ check: 's3-*', ...accepted }).suppressions).toEqual([]);
  });

  it.each<[string, Partial<Parameters<typeof judge>[2]>]>([
    ['only some resources are judged', { resources: ['blue'] }],
    ['only resources with a tag are judged', { tags: ['env=dev'] }],
    ['only some regions are judged', { regions: (region) => region === 'us-east-1' }],
  ])('are not called unused when %s', (_when, narrowed) => {
    const suppressions = [{ resource: 'green', ...accepted }];
    expect(judged([red, blue], { ...narrowed, suppressions }).suppressions).toEqual([]);
  });

  it('are not called unused when what they may match could not be listed', () => {
    const suppressions = [{ resource: 'green', ...accepted }];
    const inventory = inventoryOf({ 'eu-west-1': [red], 'us-east-1': denied });
    expect(judge([check], inventory, { now, source: 'aws', suppressions }).suppressions).toEqual([]);
  });

  it('are not called unused when the region of what they may match could not be read', () => {
    const placed = defineCheck({
      ...spec,
      id: 'fake-roamer-red',
      resource: roamer,
      evaluate: ({ name }) => pass(name),
    });
    const suppressions = [{ resource: 'green', ...accepted }];
    const noticesWith = (home: Outcome, region: string): number => {
      const inventory = inventoryOf({});
      inventory.collected.add(roamer.key);
      inventory.add({
        type: roamer.key,
        region: 'global',
        result: { kind: 'present', records: [record('a', { home }, region)] },
      });
      return judge([placed], inventory, { now, source: 'aws', suppressions }).suppressions.length;
    };
    expect(noticesWith(denied, 'unknown')).toBe(0);
    expect(noticesWith({ kind: 'present', value: 'eu-west-1' }, 'eu-west-1')).toBe(1);
  });

  it('take suppressed failures out of the exit code', () => {
    const result = judged([blue], { suppressions: [{ resource: 'blue', ...accepted }] });
    expect(exitOf(result, { failOn: 'informational', allowIncomplete: false }).code).toBe(0);
  });
});
