import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/engine/check.ts';
import { fail, notApplicable, pass, unknown } from '../../../src/engine/check.ts';
import { sameFor, state } from '../../../src/engine/forms/index.ts';
import { seen, textOf } from '../../helpers/check-suite.ts';
import { texts, thing } from './thing.ts';

const check = state(thing, 'x-thing-state', {
  ...texts,
  unless: [
    { at: 'kind', is: ['old'], because: '{label} is old' },
    {
      needs: ['owner'],
      such: { owner: 'them' },
      when: ({ owner }) => (owner === 'us' ? undefined : `of ${String(owner)}`),
    },
    { at: 'kind', is: [undefined], verdict: unknown('no kind of {label}') },
  ],
  at: 'setup.mode',
  is: {
    ...sameFor(['A', 'B'], pass('{label} is in {setup.mode}[ since {setup.since:day}]')),
    C: fail('{label} has {list:count} of {list:some|none}'),
    D: ({ name, setup }) => fail(`${name} by code ${String(setup?.mode)}`, 'own'),
  },
  absent: fail('{name} has no set-up'),
  unsaid: notApplicable('{name} is silent'),
});

const base = {
  id: 'one',
  name: 'One',
  kind: 'new',
  list: ['a', 'b'],
  owner: 'us',
  setup: { mode: 'A', since: undefined },
};
const ask = (given: object): Verdict => {
  const { subject, context } = seen(check as never, { ...base, ...given }, { when: '' });
  return check.evaluate(subject as never, context as never);
};
const setup = (mode: string | undefined, since?: string) => ({ setup: { mode, since } });

describe('a form on a state', () => {
  it.each<[string, object, Verdict['kind'], string]>([
    ['a value', setup('A'), 'pass', 'One! is in A'],
    ['another with the same words', setup('B', '2026-01-02T03:04:05Z'), 'pass', 'One! is in B since 2026-01-02'],
    ['a bad value', setup('C'), 'fail', 'One! has 2 of a, b'],
    ['a long list', { ...setup('C'), list: ['a', 'b', 'c', 'd', 'e'] }, 'fail', 'One! has 5 of a, b, c and 2 more'],
    ['an empty list', { ...setup('C'), list: [] }, 'fail', 'One! has 0 of none'],
    ['a value judged by code', setup('D'), 'fail', 'One by code D'],
    ['a value of tomorrow', setup('E'), 'unknown', 'setup.mode of One! is E, which this version does not know'],
    [
      'a name that objects have',
      setup('toString'),
      'unknown',
      'setup.mode of One! is toString, which this version does not know',
    ],
    ['silence', setup(undefined), 'not-applicable', 'One is silent'],
    ['absence', { setup: undefined }, 'fail', 'One has no set-up'],
    ['a guard by value', { ...setup('A'), kind: 'old' }, 'not-applicable', 'One! is old'],
    ['a guard by silence', { ...setup('A'), kind: undefined }, 'unknown', 'no kind of One!'],
    ['a guard by code', { ...setup('A'), owner: 'them' }, 'not-applicable', 'of them'],
    ['the first guard', { ...setup('A'), owner: 'them', kind: undefined }, 'not-applicable', 'of them'],
    ['braces in a name', { ...setup('A'), name: '{id} [x {id}]' }, 'pass', '{id} [x {id}]! is in A'],
  ])('judges %s', (_, given, kind, text) => {
    const verdict = ask(given);
    expect([verdict.kind, textOf(verdict)]).toEqual([kind, text]);
  });

  it('observes the value at its path, unless the cell says what', () => {
    expect(ask(setup('C'))).toMatchObject({ observed: { 'setup.mode': 'C' } });
    expect(ask(setup('D'))).toMatchObject({ observed: 'own' });
  });

  it('needs what it judges, guards and quotes', () => {
    expect([...check.needs].sort()).toEqual(['owner', 'setup']);
  });

  it('says that a fact was not said where no other words are given', () => {
    const { subject, context } = seen(quoting as never, { ...base, kind: undefined } as never, { when: '' });
    expect(quoting.evaluate(subject as never, context as never)).toMatchObject({ message: 'of (not said) or none' });
  });
});

const quoting = state(thing, 'x-thing-quoting', {
  ...texts,
  at: 'setup.mode',
  is: sameFor(['A', 'B', 'C', 'D'], pass('of {kind} or {kind|none}')),
  absent: fail('x'),
  unsaid: fail('x'),
});
