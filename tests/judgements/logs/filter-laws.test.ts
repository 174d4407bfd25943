import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainlyMisses, covers } from '../../../src/judgements/logs/filter-covers.ts';
import { normalForm } from '../../../src/judgements/logs/filter-format.ts';
import { filterMatches } from '../../../src/judgements/logs/filter-match.ts';
import { parseFilterPattern } from '../../../src/judgements/logs/filter-pattern.ts';

const path = fc.constantFrom('$.a', '$.b', '$.c.d', '$.c');
const value = fc.constantFrom('x', 'xy', 'y', 'x*', '*y', '*', '"x y"', '7', '%^x|y$%', '%x.y%');
const term = fc.oneof(
  fc.tuple(path, fc.constantFrom('=', '!='), value).map((parts) => parts.join(' ')),
  fc
    .tuple(path, fc.constantFrom('EXISTS', 'NOT EXISTS', 'IS NULL', 'IS TRUE', '> 6', '<= 7'))
    .map((parts) => parts.join(' ')),
);
const condition: fc.Arbitrary<string> = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    term,
    fc
      .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
  ),
})).condition;
const leaf = fc.option(fc.constantFrom<unknown>('x', 'xy', 'y', 'x y', 'zz', 7, 6, true, null, { d: 'x' }, { d: 7 }), {
  nil: undefined,
});
const event = fc.record({ a: leaf, b: leaf, c: leaf });

const json = (text: string): string => `{ ${text} }`;

describe('filter patterns', () => {
  it('cover themselves', () => {
    fc.assert(
      fc.property(condition, (one) => {
        expect(covers(json(one), json(one))).toEqual({ covers: true });
      }),
      { numRuns: 300 },
    );
  });

  it('cover what is narrower, and are covered by what is wider', () => {
    fc.assert(
      fc.property(condition, condition, (one, two) => {
        expect(covers(json(`(${one}) || (${two})`), json(one))).toEqual({ covers: true });
        expect(covers(json(one), json(`(${one}) && (${two})`))).toEqual({ covers: true });
      }),
      { numRuns: 300 },
    );
  });

  it('match every event of a pattern they are said to cover', () => {
    fc.assert(
      fc.property(
        condition,
        condition,
        fc.array(event, { minLength: 20, maxLength: 20 }),
        fc.boolean(),
        (given, required, events, differs) => {
          fc.pre(covers(json(given), json(required)).covers === true);
          const [wide, narrow] = [parseFilterPattern(json(given)), parseFilterPattern(json(required))];
          for (const each of events) {
            if (filterMatches(narrow, each, differs) === true) expect(filterMatches(wide, each, differs)).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are certain to miss something only where they do not cover, and see it in most cases', () => {
    let [certain, missed] = [0, 0];
    fc.assert(
      fc.property(condition, condition, (given, required) => {
        const { covers: answer } = covers(json(given), json(required));
        const misses = certainlyMisses(json(given), json(required));
        if (misses) expect(answer).not.toBe(true);
        certain += Number(misses);
        missed += Number(answer === false);
      }),
      { numRuns: 500 },
    );
    expect(certain).toBeGreaterThan(missed / 4);
  });

  it('keep their meaning in normal form, which is the same for every order', () => {
    fc.assert(
      fc.property(condition, condition, event, (one, two, each) => {
        const [straight, turned] = [`(${one}) && (${two})`, `((${two})  &&(${one}))`].map((text) =>
          parseFilterPattern(json(text)),
        );
        if (straight?.kind !== 'json' || turned?.kind !== 'json')
          throw new Error('a generated pattern was not understood');
        expect(normalForm(turned.expr)).toBe(normalForm(straight.expr));
        expect(filterMatches(parseFilterPattern(normalForm(straight.expr)), each)).toBe(filterMatches(straight, each));
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseFilterPattern', () => {
  it('never throws', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      '$.a',
      '=',
      '!=',
      '&&',
      '||',
      '"x',
      '"',
      '%',
      '*',
      'IS',
      'NULL',
      'NOT EXISTS',
      '\\',
      '[',
      '-',
      '?',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces).map((parts) => parts.join(' ')),
          fc.string(),
        ),
        (text) => void parseFilterPattern(text),
      ),
      {
        numRuns: 2000,
      },
    );
  });
});
