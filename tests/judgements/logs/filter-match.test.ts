import { describe, expect, it } from 'vitest';
import { filterMatches } from '../../../src/judgements/logs/filter-match.ts';
import { parseFilterPattern } from '../../../src/judgements/logs/filter-pattern.ts';

const event = {
  eventType: 'UpdateTrail',
  sourceIPAddress: '111.111.111.111',
  arrayKey: ['value', 'another value'],
  objectList: [
    { name: 'a', id: 1 },
    { name: 'b', id: 2 },
  ],
  coordinates: [
    [0, 1, 2],
    [4, 5, 6],
  ],
  SomeObject: null,
  ThisFlag: true,
  latency: 500,
  'odd-key_1': 'yes',
};

describe('filterMatches', () => {
  it.each([
    ['{ $.eventType = "UpdateTrail" }', true],
    ['{ $.eventType = Update* }', true],
    ['{ $.eventType = *Trail }', true],
    ['{ $.eventType = "*dateTr*" }', true],
    ['{ $.eventType = Up*ail }', false],
    ['{ $.eventType = updatetrail }', false],
    ['{ $.eventType = %^Up[a-z]+T% }', true],
    ['{ $.eventType = %^Trail% }', false],
    ['{ $.sourceIPAddress != 123.123.* }', true],
    ['{ $.sourceIPAddress = %111\\.1{2,3}\\.% }', true],
    ['{ $.arrayKey[0] = "value" }', true],
    ['{ $.arrayKey = "value" }', false],
    ['{ $.arrayKey != "value" }', false],
    ['{ $.objectList[1].id = 2 }', true],
    ['{ $.objectList[5].id = 2 }', false],
    ['{ $.coordinates[1][2] = 6 }', true],
    ['{ $.SomeObject IS NULL }', true],
    ['{ $.SomeOtherObject IS NULL }', false],
    ['{ $.SomeOtherObject NOT EXISTS }', true],
    ['{ $.SomeObject NOT EXISTS }', false],
    ['{ $.ThisFlag IS TRUE }', true],
    ['{ $.ThisFlag IS FALSE }', false],
    ['{ $.latency >= 5e2 }', true],
    ['{ $.latency > +500 }', false],
    ['{ $.latency < 500.5 }', true],
    ['{ $.latency = 500.0 }', true],
    ['{ $.latency != 500 }', false],
    ['{ $.odd-key_1 = yes }', true],
    ['{ $.["odd-key_1"] = yes }', true],
    ['{ $.eventType = nonmatch || $.latency = 500 && $.ThisFlag IS FALSE }', false],
    ['{ $.eventType = UpdateTrail || $.latency = 500 && $.ThisFlag IS FALSE }', true],
    ['{ ($.eventType = UpdateTrail || $.latency = 500) && $.ThisFlag IS FALSE }', false],
    ['UpdateTrail', true],
    ['Update another', true],
    ['Update missing', false],
    ['?missing ?Update', true],
    ['UpdateTrail -another', false],
    ['"another value"', true],
    ['%Up.*Trail%', true],
    ['', true],
  ])('of %s is %s for the sample event', (pattern, expected) => {
    expect(filterMatches(parseFilterPattern(pattern), event)).toBe(expected);
  });

  it('says nothing about a pattern that was not understood', () => {
    expect(filterMatches(parseFilterPattern('{ $.a ~ b }'), event)).toBeUndefined();
  });

  it('does not look at what objects inherit', () => {
    expect(filterMatches(parseFilterPattern('{ $.constructor EXISTS }'), {})).toBe(false);
  });

  it('takes no time over expressions made to backtrack', () => {
    const started = performance.now();
    const text = 'a'.repeat(2000);
    expect(filterMatches(parseFilterPattern(`{ $.x = %${'a*'.repeat(100)}b$% }`), { x: text })).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
