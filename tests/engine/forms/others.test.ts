import { describe, expect, it } from 'vitest';
import type { Check, Verdict } from '../../../src/engine/check.ts';
import { along, fail, notApplicable, pass, unknown } from '../../../src/engine/check.ts';
import { age, companion, daysLeft, each, number, some } from '../../../src/engine/forms/index.ts';
import { seen, testNow, textOf } from '../../helpers/check-suite.ts';
import type { Part } from './thing.ts';
import { texts, thing } from './thing.ts';

const base = { id: 'one', name: 'One', kind: 'new', list: ['a'], parts: [], size: 3, at: testNow };
const ask = (check: Check, given: object, along: object = {}): [Verdict['kind'], string] => {
  const { subject, context } = seen(check as never, { ...base, ...given }, { when: '', along } as never);
  const verdict = check.evaluate(subject as never, context as never);
  return [verdict.kind, textOf(verdict)];
};

const parts = {
  ...texts,
  list: 'parts',
  by: 'state',
  is: { on: 'good', off: 'bad', gone: 'skip' },
  called: '{id}',
  pass: pass('{label} passes with {good} of {all:count}'),
  fail: fail('{label} fails with {bad} of {all:count}'),
  none: notApplicable('{label} has none'),
} as const;
const part = (text: string): readonly Part[] =>
  text
    .split(' ')
    .map((one, i) => ({ id: `${one}${i}`, state: (one === 'nothing' ? undefined : one) as Part['state'] }));

describe('a form on a list', () => {
  const every = each(thing, 'x-thing-each', parts);
  const one = some(thing, 'x-thing-some', { ...parts, undecided: unknown('{label} may have one') });
  it.each<[string, [Verdict['kind'], string], [Verdict['kind'], string]]>([
    ['on', ['pass', 'One! passes with on0 of 1'], ['pass', 'One! passes with on0 of 1']],
    ['off', ['fail', 'One! fails with off0 of 1'], ['fail', 'One! fails with off0 of 1']],
    ['on off on off', ['fail', 'One! fails with off1, off3 of 4'], ['pass', 'One! passes with on0, on2 of 4']],
    ['gone on', ['pass', 'One! passes with on1 of 1'], ['pass', 'One! passes with on1 of 1']],
    ['gone', ['not-applicable', 'One! has none'], ['not-applicable', 'One! has none']],
    ['on nothing', ['unknown', 'AWS did not say enough of nothing1 of One!'], ['pass', 'One! passes with on0 of 2']],
    ['off nothing', ['fail', 'One! fails with off0 of 2'], ['unknown', 'One! may have one']],
    ['tomorrow', ['unknown', 'AWS did not say enough of tomorrow0 of One!'], ['unknown', 'One! may have one']],
    ['toString', ['unknown', 'AWS did not say enough of toString0 of One!'], ['unknown', 'One! may have one']],
  ])('of %s', (text, expectEach, expectSome) => {
    expect(ask(every, { parts: part(text) })).toEqual(expectEach);
    expect(ask(one, { parts: part(text) })).toEqual(expectSome);
  });

  it('judges elements by code, and says what silence means', () => {
    const check = each(thing, 'x-thing-code', {
      ...texts,
      list: 'list',
      test: (element) => (element === 'a' ? 'good' : 'bad'),
      such: { good: 'a', bad: 'b' },
      called: (element) => `<${element}>`,
      pass: pass('{name} is good'),
      fail: fail('{name} has {bad}'),
      none: pass('{name} is empty'),
      unsaid: unknown('{name} does not say'),
    });
    expect(ask(check, {})).toEqual(['pass', 'One is good']);
    expect(ask(check, { list: ['a', 'b', 'c'] })).toEqual(['fail', 'One has <b>, <c>']);
    expect(ask(check, { list: [] })).toEqual(['pass', 'One is empty']);
    expect(ask(check, { list: undefined })).toEqual(['unknown', 'One does not say']);
  });
});

const settings = { n: { type: 'integer', default: 3, describe: 'things' } } as const;
const sides = {
  ...texts,
  settings,
  pass: pass('{name} passes'),
  fail: fail('{name} fails'),
  unsaid: unknown('{name} does not say'),
} as const;

describe('a form on a number', () => {
  const least = number(thing, 'x-thing-least', { ...sides, at: 'size', atLeast: 'n' });
  const most = number(thing, 'x-thing-most', { ...sides, at: 'size', atMost: 'n' });
  it.each<[unknown, Verdict['kind'], Verdict['kind']]>([
    [2, 'fail', 'pass'],
    [3, 'pass', 'pass'],
    [3.5, 'pass', 'fail'],
    [0, 'fail', 'pass'],
    [undefined, 'unknown', 'unknown'],
    ['3', 'unknown', 'unknown'],
    [Number.NaN, 'unknown', 'unknown'],
  ])('of %s', (size, atLeast, atMost) => {
    expect([ask(least, { size })[0], ask(most, { size })[0]]).toEqual([atLeast, atMost]);
  });
});

describe('a form on a moment', () => {
  const young = age(thing, 'x-thing-age', {
    ...sides,
    at: 'at',
    atMost: 'n',
    fail: fail('{name} is {days} days old, more than {settings.n}'),
  });
  const ahead = daysLeft(thing, 'x-thing-left', {
    ...sides,
    at: 'at',
    atLeast: 'n',
    past: fail('{name} ended on {at:day}'),
    pass: pass('{name} has {days} days'),
  });
  const plain = daysLeft(thing, 'x-thing-past', {
    ...texts,
    at: 'at',
    past: fail('{name} ended'),
    pass: pass('{name} goes on'),
    unsaid: unknown('x'),
  });
  it.each<[string | undefined, [Verdict['kind'], string], [Verdict['kind'], string], Verdict['kind']]>([
    ['2026-05-29T00:00:00.000Z', ['pass', 'One passes'], ['fail', 'One ended on 2026-05-29'], 'fail'],
    [
      '2026-05-28T23:59:59.999Z',
      ['fail', 'One is 3 days old, more than 3'],
      ['fail', 'One ended on 2026-05-28'],
      'fail',
    ],
    ['2026-06-03T23:59:59.999Z', ['pass', 'One passes'], ['fail', 'One fails'], 'pass'],
    ['2026-06-04T00:00:00.000Z', ['pass', 'One passes'], ['pass', 'One has 3 days'], 'pass'],
    [testNow, ['pass', 'One passes'], ['fail', 'One fails'], 'pass'],
    [
      'N/A',
      ['unknown', 'at of One! is N/A, which cannot be compared'],
      ['unknown', 'at of One! is N/A, which cannot be compared'],
      'unknown',
    ],
    [undefined, ['unknown', 'One does not say'], ['unknown', 'One does not say'], 'unknown'],
  ])('at %s', (at, old, left, alone) => {
    expect(ask(young, { at })).toEqual(old);
    expect(ask(ahead, { at })).toEqual(left);
    expect(ask(plain, { at })[0]).toBe(alone);
  });
});

describe('a form on a companion', () => {
  const check = companion(thing, 'x-thing-companion', {
    ...texts,
    of: along(thing, { witness: true }),
    belongs: ({ id }, { kind }) => kind === id,
    fault: ({ size }) => (size === 3 ? undefined : `it has ${String(size)}`),
    such: ({ id }) => ({ good: { kind: id, size: 3 } }),
    pass: pass('{name} has {other.id}'),
    fail: fail('{name} has none'),
    faulty: fail('{name} has {other.id}, but {fault}'),
  });
  const other = (id: string, kind: string, size: number) => ({ id, kind, size });
  it.each<[object[], string]>([
    [[], 'One has none'],
    [[other('b', 'two', 3)], 'One has none'],
    [[other('b', 'one', 3)], 'One has b'],
    [[other('b', 'one', 2), other('c', 'one', 3)], 'One has c'],
    [[other('b', 'one', 2), other('c', 'two', 3), other('d', 'one', 1)], 'One has b, but it has 2'],
  ])('of %j', (others, text) => {
    expect(ask(check, {}, { others })[1]).toBe(text);
  });
});
