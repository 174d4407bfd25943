import { describe, expect, it } from 'vitest';
import { compileConditions } from '../../src/iam/compile-condition.ts';
import { evaluateCondition } from '../../src/iam/condition.ts';
import { readContext } from '../../src/iam/context.ts';
import type { ContextInput, Tri } from '../../src/iam/types.ts';
import { docs } from './documents.ts';

const words: Record<Tri, string> = { 0: 'no', 1: 'maybe', 2: 'yes' };

/** One operator with one key against a context; keys that the context does not have are absent. */
function ask(operator: string, key: string, values: unknown, context: ContextInput, version = '2012-10-17'): string {
  const known = readContext(context);
  const [condition] = compileConditions({ [operator]: { [key]: values } }, version, []);
  if (condition === undefined) throw new Error('nothing compiled');
  return words[evaluateCondition(condition, (name) => known.get(name) ?? { is: 'absent' })];
}

type Case = readonly [
  operator: string,
  values: unknown,
  actual: ContextInput[string] | undefined,
  expected: 'yes' | 'maybe' | 'no',
];
const unknown = { is: 'unknown' } as const;

const tables: Readonly<Record<string, readonly [url: string, cases: readonly Case[]]>> = {
  'string operators': [
    docs.conditions,
    [
      ['StringEquals', 'a', 'a', 'yes'],
      ['StringEquals', 'a', 'A', 'no'],
      ['StringEquals', ['a', 'b'], 'b', 'yes'],
      ['StringEquals', 'a*', 'abc', 'no'],
      ['StringEquals', 'a*', 'a*', 'yes'],
      ['StringNotEquals', ['a', 'b'], 'b', 'no'],
      ['StringNotEquals', ['a', 'b'], 'c', 'yes'],
      ['StringEqualsIgnoreCase', 'AbC', 'aBc', 'yes'],
      ['StringNotEqualsIgnoreCase', 'AbC', 'aBc', 'no'],
      ['StringLike', 'a*c', 'abbc', 'yes'],
      ['StringLike', 'a?c', 'abbc', 'no'],
      ['StringNotLike', 'a*', 'abc', 'no'],
      ['StringNotLike', 'a*', 'b', 'yes'],
      ['stringequals', 'a', 'a', 'yes'],
      ['StringEquals', [], 'a', 'no'],
      ['StringNotEquals', [], 'a', 'yes'],
    ],
  ],
  'numeric operators': [
    docs.conditions,
    [
      ['NumericEquals', '10', '10.0', 'yes'],
      ['NumericNotEquals', 10, '11', 'yes'],
      ['NumericLessThan', 10, '9', 'yes'],
      ['NumericLessThan', 10, '10', 'no'],
      ['NumericLessThanEquals', '10', '10', 'yes'],
      ['NumericGreaterThan', '10', '11', 'yes'],
      ['NumericGreaterThanEquals', '10', '10', 'yes'],
      ['NumericLessThan', 10, 'x', 'no'],
      ['NumericLessThan', 'ten', '9', 'maybe'],
    ],
  ],
  'date operators': [
    docs.conditions,
    [
      ['DateLessThan', '2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', 'yes'],
      ['DateGreaterThan', '2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', 'no'],
      ['DateEquals', '2026-01-01', '2026-01-01T00:00:00Z', 'yes'],
      ['DateLessThanEquals', '1767225600', '2026-01-01T00:00:00Z', 'yes'],
      ['DateGreaterThanEquals', '2026-01-01T00:00:00Z', '1767225600', 'yes'],
      ['DateNotEquals', '2026-01-01', '2026-01-02', 'yes'],
      ['DateLessThan', 'soon', '2026-01-01', 'maybe'],
    ],
  ],
  'Bool, Null and BinaryEquals': [
    docs.conditions,
    [
      ['Bool', 'true', 'true', 'yes'],
      ['Bool', true, 'TRUE', 'yes'],
      ['Bool', 'false', 'true', 'no'],
      ['Bool', 'false', undefined, 'no'],
      ['BoolIfExists', 'false', undefined, 'yes'],
      ['Null', 'true', undefined, 'yes'],
      ['Null', 'true', 'x', 'no'],
      ['Null', 'false', 'x', 'yes'],
      ['Null', false, undefined, 'no'],
      ['Null', 'true', unknown, 'maybe'],
      ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', 'yes'],
      ['BinaryEquals', 'QmluYXJ5', 'other', 'no'],
    ],
  ],
  'address operators': [
    docs.conditions,
    [
      ['IpAddress', '203.0.113.0/24', '203.0.113.9', 'yes'],
      ['IpAddress', '203.0.113.0/24', '203.0.114.9', 'no'],
      ['NotIpAddress', ['203.0.113.0/24', '198.51.100.0/24'], '198.51.100.1', 'no'],
      ['NotIpAddress', '203.0.113.0/24', '8.8.8.8', 'yes'],
      ['IpAddress', '2001:DB8:1234:5678::/64', '2001:db8:1234:5678::1', 'yes'],
      ['IpAddress', 'office', '8.8.8.8', 'maybe'],
      ['NotIpAddress', '203.0.113.0/24', undefined, 'yes'],
    ],
  ],
  'ARN operators': [
    docs.conditions,
    [
      ['ArnEquals', 'arn:aws:iam::123456789012:role/a*', 'arn:aws:iam::123456789012:role/abc', 'yes'],
      ['ArnLike', 'arn:aws:iam::*:role/a', 'arn:aws:iam::123456789012:role/a', 'yes'],
      ['ArnLike', 'arn:aws:sns:*:topic', 'arn:aws:sns:us-east-1:123456789012:topic', 'maybe'],
      ['ArnNotEquals', 'arn:aws:iam::*:role/a', 'arn:aws:iam::123456789012:role/a', 'no'],
      ['ArnNotLike', 'arn:aws:iam::*:role/a', 'arn:aws:iam::123456789012:role/b', 'yes'],
      ['ArnLike', '*', 'arn:aws:iam::123456789012:role/b', 'yes'],
      ['StringLike', 'arn:aws:sns:*:topic', 'arn:aws:sns:us-east-1:123456789012:topic', 'yes'],
    ],
  ],
  'a key that is missing': [
    docs.logic,
    [
      ['StringEquals', 'a', undefined, 'no'],
      ['StringLike', '*', undefined, 'no'],
      ['StringNotEquals', 'a', undefined, 'yes'],
      ['StringNotLike', 'a', undefined, 'yes'],
      ['StringEqualsIfExists', 'a', undefined, 'yes'],
      ['StringNotEqualsIfExists', 'a', undefined, 'yes'],
      ['NumericLessThan', 1, undefined, 'no'],
      ['NumericNotEquals', 1, undefined, 'yes'],
      ['ArnNotLike', 'arn:aws:iam::1:role/x', undefined, 'yes'],
      ['ForAllValues:StringEquals', 'a', undefined, 'yes'],
      ['ForAllValues:StringNotEquals', 'a', undefined, 'yes'],
      ['ForAnyValue:StringEquals', 'a', undefined, 'no'],
      ['ForAnyValue:StringNotEquals', 'a', undefined, 'no'],
      ['ForAnyValue:StringEqualsIfExists', 'a', undefined, 'yes'],
    ],
  ],
  'set operators': [
    docs.multivalued,
    [
      ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], 'yes'],
      ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], 'no'],
      ['ForAllValues:StringEquals', ['a'], [], 'yes'],
      ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], 'yes'],
      ['ForAnyValue:StringEquals', ['a'], ['c'], 'no'],
      ['ForAnyValue:StringEquals', ['a'], [], 'no'],
      ['ForAllValues:StringNotEquals', ['a'], ['b', 'c'], 'yes'],
      ['ForAllValues:StringNotEquals', ['a'], ['a', 'c'], 'no'],
      ['ForAnyValue:StringNotEquals', ['a'], ['a', 'c'], 'yes'],
      ['ForAnyValue:StringNotEquals', ['a'], ['a'], 'no'],
      ['ForAllValues:StringLike', ['o-1/*'], ['o-1/r-1/', 'o-1/r-2/'], 'yes'],
    ],
  ],
  'a value that is not known': [
    docs.logic,
    [
      ['StringEquals', 'a', unknown, 'maybe'],
      ['StringNotEquals', 'a', unknown, 'maybe'],
      ['StringLike', '*', unknown, 'maybe'],
      ['StringLikeIfExists', '*', unknown, 'yes'],
      ['StringNotLike', '*', unknown, 'maybe'],
      ['ForAnyValue:StringNotLike', '*', unknown, 'no'],
      ['NumericLessThan', 10, { is: 'between', to: 5 }, 'yes'],
      ['NumericLessThan', 10, { is: 'between', from: 20 }, 'no'],
      ['NumericLessThan', 10, { is: 'between', from: 5, to: 20 }, 'maybe'],
      ['DateGreaterThan', '2030-01-01T00:00:00Z', { is: 'between', to: Date.UTC(2026) }, 'no'],
      ['Null', 'false', { is: 'between', from: 0 }, 'yes'],
      ['NumericLessThan', 10, { is: 'between', to: 5, orAbsent: true }, 'maybe'],
      ['NumericLessThanIfExists', 10, { is: 'between', to: 5, orAbsent: true }, 'yes'],
      ['NumericLessThan', 10, { is: 'between', from: 20, orAbsent: true }, 'no'],
      ['Null', 'false', { is: 'between', from: 0, orAbsent: true }, 'maybe'],
    ],
  ],
  'an operator that nobody documents': [
    docs.conditions,
    [
      ['StringMatches', 'a', 'a', 'maybe'],
      ['StringMatches', 'a', undefined, 'maybe'],
      ['ForSomeValue:StringEquals', 'a', 'a', 'maybe'],
      ['NullIfExists', 'true', undefined, 'maybe'],
    ],
  ],
};

for (const [name, [url, cases]] of Object.entries(tables)) {
  describe(`${name} (${url})`, () => {
    it.each(cases.map((one) => [...one] as const))('%s %j against %j: %s', (operator, values, actual, expected) => {
      expect(ask(operator, 'test:Key', values, actual === undefined ? {} : { 'test:key': actual })).toBe(expected);
    });
  });
}

describe(`policy variables (${docs.variables})`, () => {
  const context = { 'aws:username': 'ann', 'test:Key': 'ann', 'test:Star': 'a*b' };
  it.each([
    ['StringEquals', '${aws:username}', context, '2012-10-17', 'yes'],
    ['StringEquals', '${AWS:UserName}', context, '2012-10-17', 'yes'],
    ['StringLike', '*${aws:username}*', context, '2012-10-17', 'yes'],
    // in the old language a variable is just text
    ['StringEquals', '${aws:username}', context, '2008-10-17', 'no'],
    ['StringEquals', '${aws:username}', { 'test:Key': '${aws:username}' }, '2008-10-17', 'yes'],
    // a variable without a value matches nothing, so its negation holds
    ['StringEquals', '${aws:userid}', { 'test:Key': 'x' }, '2012-10-17', 'no'],
    ['StringNotEquals', '${aws:userid}', { 'test:Key': 'x' }, '2012-10-17', 'yes'],
    ['StringEquals', "${aws:PrincipalTag/team, 'none'}", { 'test:Key': 'none' }, '2012-10-17', 'yes'],
    [
      'StringEquals',
      "${aws:PrincipalTag/team, 'none'}",
      { 'test:Key': 'red', 'aws:PrincipalTag/team': 'red' },
      '2012-10-17',
      'yes',
    ],
    ['StringEquals', '${aws:userid}', { 'test:Key': 'x', 'aws:userid': { is: 'unknown' } }, '2012-10-17', 'maybe'],
    // these stand for the characters themselves
    ['StringLike', 'a${*}b', { 'test:Key': 'a*b' }, '2012-10-17', 'yes'],
    ['StringLike', 'a${*}b', { 'test:Key': 'axb' }, '2012-10-17', 'no'],
    ['StringLike', 'a${?}${$}', { 'test:Key': 'a?$' }, '2012-10-17', 'yes'],
    // a star that comes out of a variable is no wildcard
    ['StringLike', '${test:Star}', { 'test:Key': 'aXb', 'test:Star': 'a*b' }, '2012-10-17', 'no'],
    [
      'ArnLike',
      'arn:aws:iam::1:user/${aws:username}',
      { 'test:Key': 'arn:aws:iam::1:user/ann', 'aws:username': 'ann' },
      '2012-10-17',
      'yes',
    ],
    ['NumericEquals', '${test:Number}', { 'test:Key': '5', 'test:Number': '5' }, '2012-10-17', 'yes'],
    ['IpAddress', '${test:Range}', { 'test:Key': '10.1.2.3', 'test:Range': '10.0.0.0/8' }, '2012-10-17', 'yes'],
    // a key with several values cannot be used as a variable
    ['StringEquals', '${aws:TagKeys}', { 'test:Key': 'a', 'aws:TagKeys': ['a', 'b'] }, '2012-10-17', 'no'],
  ] as const)('%s %s with %j in %s: %s', (operator, value, given, version, expected) => {
    expect(ask(operator, 'test:Key', value, given, version)).toBe(expected);
  });
});
