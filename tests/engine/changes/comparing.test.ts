import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checks } from '../../../checks/index.ts';
import { idsNow } from '../../../src/cli/against.ts';
import { demoInventory } from '../../../src/cli/demo.ts';
import type { Gap } from '../../../src/aws/outcome.ts';
import type { Change } from '../../../src/engine/changes/change.ts';
import { changes as allChanges } from '../../../src/engine/changes/change.ts';
import { baselineText, mergeBaselines, readBaseline } from '../../../src/engine/changes/baseline.ts';
import type { Entry } from '../../../src/engine/changes/baseline.ts';
import { Comparing } from '../../../src/engine/changes/comparing.ts';
import { failuresOf } from '../../../src/engine/changes/known.ts';
import type { Check } from '../../../src/engine/check.ts';
import { defineCheck, fail, notApplicable, pass } from '../../../src/engine/check.ts';
import type { JudgeOptions } from '../../../src/engine/judge.ts';
import { judge } from '../../../src/engine/judge.ts';
import type { RunResult } from '../../../src/engine/result.ts';
import { runSelection } from '../../../src/engine/selection.ts';
import type { Inventory, ResourceRecord } from '../../../src/inventory/inventory.ts';
import { planFor } from '../../../src/inventory/plan.ts';
import { actionsAt, gapKinds, gapped, spotsOf } from '../gapped.ts';
import { colour, denied, failed, inventoryOf, other, record, thing, unsupported } from '../fakes.ts';

const spec = {
  title: 'A thing is red',
  severity: 'medium',
  category: 'security',
  risk: 'r',
  fix: { text: 'f' },
  references: [],
} as const;
const red = (id: string, more: Partial<Pick<Check, 'formerly' | 'severity'>> = {}) =>
  defineCheck({
    ...spec,
    ...more,
    id,
    resource: thing,
    needs: ['colour'],
    evaluate({ name, colour: c }) {
      if (c?.colour === 'none') return notApplicable('it has no colour');
      return c?.colour === 'red' ? pass(`${name} is good`) : fail(`${name} is ${c?.colour}`);
    },
  });
const check = red('fake-thing-red');
/** Of the same resource, so that somebody still speaks of it. */
const second = defineCheck({
  ...spec,
  id: 'fake-thing-there',
  resource: thing,
  needs: [],
  evaluate: () => pass('there'),
});
const elsewhere = defineCheck({ ...spec, id: 'fake-other', resource: other, needs: [], evaluate: () => pass('there') });
const now = Date.parse('2026-06-01T12:00:00Z');

interface Setting {
  readonly things?: readonly ResourceRecord[] | Gap;
  readonly checks?: readonly Check[];
  readonly options?: Partial<JudgeOptions>;
}
const run = ({ things = [], checks: selected = [check], options = {} }: Setting): RunResult =>
  judge(selected, inventoryOf({ 'eu-west-1': things }), { now, source: 'aws', ...options });

/** What becomes of the failures of one result in the next. */
function between(before: RunResult, after: RunResult, known: readonly Check[]): Change[] {
  const comparing = new Comparing(failuresOf(before.findings, '2026-05-01'), '2026-06-01');
  for (const finding of after.findings) comparing.mark(finding);
  const idNow = idsNow(known);
  const found = after.findings.flatMap((finding) => comparing.of(finding)?.change ?? []);
  const missing = [...comparing.missing(after, idNow)].map(({ change }) => change);
  const { summary } = comparing.changes('result', after, idNow);
  const all = [...found, ...missing].sort();
  expect(allChanges.flatMap((change) => Array.from({ length: summary[change] }, () => change)).sort()).toEqual(all);
  return all;
}

const blue = record('one', { colour: colour('blue') });
const good = record('one', { colour: colour('red') });
const hidden = record('one', { colour: denied });
const bare = record('one', { colour: colour('none') });
const renamed = red('fake-thing-of-red-colour', { formerly: ['fake-thing-red'] });
const accepting = { suppressions: [{ check: 'fake-*', reason: 'fine', owner: 'me' }] };
const narrowed = (asked: Parameters<typeof runSelection>[0], options: Partial<JudgeOptions> = {}) => ({
  ...options,
  selection: runSelection(asked, [check]),
});
const resources = (...patterns: string[]) => narrowed({ resources: patterns }, { resources: patterns });

describe('what becomes of a failure', () => {
  it.each<[string, Setting, Setting, Change[]]>([
    ['fails still', { things: [blue] }, { things: [blue] }, ['still']],
    ['is fixed', { things: [blue] }, { things: [good] }, ['fixed']],
    ['is new where it passed', { things: [good] }, { things: [blue] }, ['new']],
    ['is new where there was no resource', {}, { things: [blue] }, ['new']],
    [
      'of another resource',
      { things: [blue] },
      { things: [blue, record('two', { colour: colour('x') })] },
      ['new', 'still'],
    ],
    ['passes as before', { things: [good] }, { things: [good] }, []],
    [
      'is worse',
      { things: [blue] },
      { things: [blue], checks: [red('fake-thing-red', { severity: 'high' })] },
      ['worse'],
    ],
    [
      'is better',
      { things: [blue] },
      { things: [blue], checks: [red('fake-thing-red', { severity: 'low' })] },
      ['better'],
    ],
    ['is accepted now', { things: [blue] }, { things: [blue], options: accepting }, ['better']],
    ['is accepted no more', { things: [blue], options: accepting }, { things: [blue] }, ['worse']],
    ['is accepted still', { things: [blue], options: accepting }, { things: [blue], options: accepting }, ['still']],
    ['is new and accepted', {}, { things: [blue], options: accepting }, []],
    ['a facet is denied', { things: [blue] }, { things: [hidden] }, ['gone-not-read']],
    ['the list is denied', { things: [blue] }, { things: denied }, ['gone-not-read']],
    ['the list failed', { things: [blue] }, { things: failed }, ['gone-not-read']],
    ['the service is not there', { things: [blue] }, { things: unsupported }, ['gone-not-read']],
    ['was unknown, and fails', { things: [hidden] }, { things: [blue] }, ['new']],
    ['was unknown, and is', { things: [hidden] }, { things: [hidden] }, []],
    ['passed, and is unknown', { things: [good] }, { things: denied }, []],
    ['is deleted', { things: [blue] }, { things: [] }, ['gone-deleted']],
    ['another is hidden', { things: [blue] }, { things: [record('two', { colour: denied })] }, ['gone-deleted']],
    [
      'the check no longer applies',
      { things: [blue], checks: [check, second] },
      { things: [bare], checks: [check, second] },
      ['fixed'],
    ],
    ['the check is not selected', { things: [blue] }, { things: [blue], checks: [second] }, ['gone-not-selected']],
    [
      'the resource is not selected',
      { things: [blue] },
      { things: [blue], options: resources('two') },
      ['gone-not-selected'],
    ],
    ['the selected resource is deleted', { things: [blue] }, { options: resources('arn:*:one') }, ['gone-deleted']],
    [
      'tags are selected',
      { things: [blue] },
      { things: [], options: narrowed({ tags: ['a'] }, { tags: ['a'] }) },
      ['gone-not-selected'],
    ],
    [
      'the region is not selected',
      { things: [blue] },
      { things: [blue], options: narrowed({ regions: ['us-*'] }, { regions: (region) => region.startsWith('us-') }) },
      ['gone-not-selected'],
    ],
    ['a renamed check', { things: [blue] }, { things: [blue], checks: [renamed] }, ['still']],
    ['a renamed check passes', { things: [blue] }, { things: [good], checks: [renamed] }, ['fixed']],
    ['a renamed check, list denied', { things: [blue] }, { things: denied, checks: [renamed] }, ['gone-not-read']],
    ['a renamed check, deleted', { things: [blue] }, { checks: [renamed] }, ['gone-deleted']],
  ])('%s', (_what, before, after, expected) => {
    const known = after.checks?.includes(renamed) === true ? [renamed] : [check, second];
    expect(between(run(before), run(after), known)).toEqual(expected);
  });

  it('the check exists no more', () => {
    expect(between(run({ things: [blue] }), run({ things: [blue], checks: [second] }), [second])).toEqual([
      'gone-check-removed',
    ]);
  });

  it('the list of another type says nothing of it', () => {
    const after = judge([check, elsewhere], inventoryOf({ 'eu-west-1': [] }, { 'eu-west-1': denied }), {
      now,
      source: 'aws',
    });
    expect(between(run({ things: [blue] }), after, [check])).toEqual(['gone-deleted']);
  });

  it('the region was not read', () => {
    const after = run({ things: [] });
    const elsewhereOnly = { ...after, run: { ...after.run, regions: ['us-east-1'] } };
    expect(between(run({ things: [blue] }), elsewhereOnly, [check])).toEqual(['gone-not-read']);
    const interrupted = { ...after, run: { ...after.run, interrupted: true } };
    expect(between(run({ things: [blue] }), interrupted, [check])).toEqual(['gone-not-read']);
  });
});

it('a denied call makes nothing fixed, new or over, whatever it is', { timeout: 120_000 }, async () => {
  const account = await demoInventory();
  const at = Date.parse(account.header.startedAt);
  const wrong: string[] = [];
  let compared = 0;
  for (const { type } of planFor(checks)) {
    const readers = checks.filter((each) =>
      [each.resource, ...Object.values(each.along).map((along) => along.resource)].some(({ key }) => key === type.key),
    );
    const spots = spotsOf(account, type);
    const some = [spots.find(({ facet }) => facet === undefined), spots.find(({ facet }) => facet !== undefined)];
    // Checks of many types need much: of each kind one that fails there is enough.
    const judging = (inventory: Inventory) => judge(readers, inventory, { now: at, source: 'demo' });
    const before = judging(account);
    for (const spot of some) {
      if (spot === undefined) continue;
      const after = judging(gapped(account, spot, gapKinds.denied(actionsAt(spot))));
      const comparing = new Comparing(failuresOf(before.findings, '2026-05-01'), '2026-06-01');
      for (const finding of after.findings) comparing.mark(finding);
      const { summary, over } = comparing.changes('baseline', after, idsNow(checks));
      compared += summary['gone-not-read'];
      if (summary.new + summary.fixed + summary.worse + over > 0)
        wrong.push(`${type.key} ${spot.facet ?? 'list'}: ${JSON.stringify(summary)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(100);
});

describe('three months of nightly runs', () => {
  it('tell what was done, and when each was first seen', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            /** What each of six things is that night: a thing that is not there is deleted or not made yet. */
            state: fc.array(fc.constantFrom('blue', 'red', 'absent', 'hidden'), { minLength: 6, maxLength: 6 }),
            list: fc.constantFrom('read', 'read', 'read', 'denied'),
          }),
          { minLength: 90, maxLength: 90 },
        ),
        (nights) => {
          let baseline: Entry[] = [];
          /** When each thing began to fail, as far as anybody could see. */
          const failing = new Map<string, string>();
          for (const [night, { state, list }] of nights.entries()) {
            const day = new Date(Date.UTC(2026, 0, 1 + night)).toISOString().slice(0, 10);
            const things = state.flatMap((each, at) =>
              each === 'absent' ? [] : [record(`t${at}`, { colour: each === 'hidden' ? denied : colour(each) })],
            );
            const result = run({ things: list === 'denied' ? denied : things });
            const comparing = new Comparing(baseline, day);
            const marked = result.findings.map((finding) => comparing.mark(finding));
            const { summary } = comparing.changes('baseline', result, idsNow([check]));
            const expected: Partial<Record<Change, number>> = {};
            const count = (change: Change) => (expected[change] = (expected[change] ?? 0) + 1);
            for (const [at, each] of state.entries()) {
              const id = `t${at}`;
              const was = failing.has(id);
              if (list === 'denied' || each === 'hidden') {
                if (was) count('gone-not-read');
              } else if (each === 'blue') {
                count(was ? 'still' : 'new');
                if (!was) failing.set(id, day);
              } else if (was) {
                count(each === 'red' ? 'fixed' : 'gone-deleted');
                failing.delete(id);
              }
            }
            expect(Object.fromEntries(Object.entries(summary).filter(([, number]) => number > 0))).toEqual(expected);
            for (const { status, resource, firstSeen } of marked)
              if (status === 'fail') expect(firstSeen).toBe(failing.get(resource.id));
            const kept = [...comparing.missing(result, idsNow([check]))].filter(
              ({ change }) => change === 'gone-not-read',
            );
            const unread = marked.flatMap((finding) => {
              const changed = comparing.of(finding);
              return changed?.change === 'gone-not-read' && changed.known !== undefined ? [changed.known] : [];
            });
            baseline = readBaseline(
              [...baselineText([...failuresOf(marked, day), ...kept.map(({ known }) => known), ...unread])].join(''),
              'baseline',
            );
          }
        },
      ),
      { numRuns: 10 },
    );
  });
});

const entry = (n: number, more: Partial<Entry> = {}): Entry => ({
  fingerprint: String(n).padStart(32, '0'),
  check: 'fake-thing-red',
  account: '111122223333',
  region: 'eu-west-1',
  arn: `arn:aws:fake:eu-west-1:111122223333:thing ${n}`,
  severity: 'medium',
  firstSeen: '2026-05-01',
  ...more,
});
const textOf = (entries: readonly Entry[]) => [...baselineText(entries)].join('');

describe('the text of a baseline', () => {
  it('is read back whatever the order, twice, with a BOM and the ends of lines of Windows', () => {
    const entries = [entry(3), entry(1), entry(2)];
    const text = textOf(entries);
    expect(textOf(entries.toReversed())).toBe(text);
    expect(readBaseline(text, 'b')).toEqual([entry(1), entry(2), entry(3)]);
    const windows = `\uFEFF${`${text}${text.split('\n').slice(2).join('\n')}`.replaceAll('\n', '\r\n')}`;
    expect(readBaseline(windows, 'b')).toEqual([entry(1), entry(2), entry(3)]);
  });

  it('of a finding that stands twice is known since the earlier day, at the lesser severity', () => {
    const twice = textOf([entry(1), entry(1, { firstSeen: '2026-01-01', severity: 'high' })]);
    expect(readBaseline(twice, 'b')).toEqual([entry(1, { firstSeen: '2026-01-01' })]);
  });

  const line = textOf([entry(1)]).split('\n')[2] ?? '';
  const head = '# audit baseline 1\n';
  it.each([
    ['', 'b: is empty, no baseline'],
    ['{"schemaVersion": "2.1"}', 'b: is a report, no baseline'],
    ['{"format":"audit-snapshot"}', 'b: is a snapshot, no baseline'],
    ['suppressions: []\n', 'b:1: is no baseline'],
    ['# audit baseline 2\n', 'b: is a baseline of form 2, and this version reads form 1'],
    [`${head}<<<<<<< HEAD\n${line}\n=======\n>>>>>>> theirs\n`, 'b:2: a merge conflict was left in the baseline'],
    [`<<<<<<< HEAD\n${head}`, 'b:1: a merge conflict'],
    [`${head}${line}\n3f2a9c01\n`, 'b:3: 3f2a9c01 is the beginning of a fingerprint'],
    [`${head}${line.slice(24)}\n`, 'b:2: 00000001 is the beginning of a fingerprint'],
    [`${head}what is this\n`, 'b:2: expected a fingerprint of 32 hexadecimal digits'],
    [`${head}${line.slice(0, 40)}\n`, 'b:2: expected a fingerprint of 32 hexadecimal digits'],
    [
      `${head}${line.replace('05-01', '02-30')}\n`,
      'b:2: expected the day it was first seen as 2026-01-31, found "2026-02-30"',
    ],
    [
      `${head}${line.replace('medium', 'bad')}\n`,
      'b:2: expected one of critical, high, medium, low, informational, found "bad"',
    ],
  ])('%j is refused', (text, message) => {
    expect(() => readBaseline(text, 'b')).toThrow(message);
  });
});

describe('two baselines that come from one', () => {
  it.each<[string, Entry[], Entry[], Entry[], Entry[]]>([
    ['each fixed one', [entry(1), entry(2), entry(3)], [entry(1), entry(3)], [entry(1), entry(2)], [entry(1)]],
    ['each knows one more', [], [entry(1)], [entry(2)], [entry(1), entry(2)]],
    [
      'both know the same',
      [],
      [entry(1)],
      [entry(1, { firstSeen: '2026-04-01' })],
      [entry(1, { firstSeen: '2026-04-01' })],
    ],
    ['one fixed what the other changed', [entry(1)], [], [entry(1, { severity: 'high' })], []],
    [
      'one changed the severity',
      [entry(1)],
      [entry(1, { severity: 'high' })],
      [entry(1)],
      [entry(1, { severity: 'high' })],
    ],
    [
      'both changed it',
      [entry(1)],
      [entry(1, { severity: 'high' })],
      [entry(1, { severity: 'low' })],
      [entry(1, { severity: 'low' })],
    ],
  ])('%s', (_what, base, ours, theirs, expected) => {
    expect(readBaseline(textOf(mergeBaselines(base, ours, theirs)), 'b')).toEqual(expected);
    expect(readBaseline(textOf(mergeBaselines(base, theirs, ours)), 'b')).toEqual(expected);
  });
});
