import { describe, expect, it } from 'vitest';
import { exposure } from '../../../src/iam/index.ts';
import { ACCOUNT, type Json, policy } from '../documents.ts';
import { isOpenToAnybody, type RangeStatement } from './reference.ts';

const arn = 'arn:aws:s3:::b';
const ipv4 = [
  '0.0.0.0/0',
  '0.0.0.0/1',
  '128.0.0.0/1',
  '52.0.0.0/6',
  '52.0.0.0/7',
  '52.0.0.0/8',
  '53.0.0.0/8',
  '52.0.0.0/9',
];
const special = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '224.0.0.0/3',
  '203.0.113.0/24',
  '8.8.8.8',
  '126.0.0.0/7',
  '172.0.0.0/7',
];
const ipv6 = [
  '::/0',
  '2000::/3',
  '2600::/31',
  '2600::/32',
  '2601::/32',
  '2600:1f00::/24',
  '2600::1',
  'fc00::/7',
  '2001:db8::/31',
];
const operators = ['IpAddress', 'NotIpAddress', 'IpAddressIfExists', 'NotIpAddressIfExists'];
const quantified = [
  'ForAnyValue:IpAddress',
  'ForAllValues:NotIpAddress',
  'ForAnyValue:NotIpAddress',
  'ForAllValues:IpAddress',
];

const documentOf = (statements: readonly RangeStatement[]): Json =>
  policy(
    ...statements.map(({ effect, operator, ranges }) => ({
      Effect: effect,
      Principal: '*',
      Action: 's3:GetObject',
      Resource: `${arn}/*`,
      ...(operator === undefined ? {} : { Condition: { [operator]: { 'aws:SourceIp': ranges } } }),
    })),
  );
const readOf = (document: Json) => exposure({ kind: 's3', arn, policy: document }, { account: ACCOUNT });

const soak = process.env['SOAK'] === '1';
let turn = 0;
/** Judges statements against the reference; in both orders, of which the short form takes one, in turn. */
function check(statements: readonly RangeStatement[]): void {
  const expected = isOpenToAnybody(statements) ? 'public' : 'private';
  turn += 1;
  for (const order of [statements, statements.toReversed()].filter((_, at) => soak || at === turn % 2)) {
    const found = readOf(documentOf(order));
    if (found.access.read !== expected)
      expect([JSON.stringify(order), found.access.read]).toEqual([JSON.stringify(order), expected]);
  }
}

const two = (effect: 'Allow' | 'Deny', operator: string, ranges: readonly string[]): RangeStatement => ({
  effect,
  operator,
  ranges,
});

describe('ranges of addresses, against a reference', () => {
  const ranges = [...ipv4, ...special, ...ipv6];
  let count = 0;

  it('two statements, of all pairs of ranges, operators and effects', { timeout: 60_000 }, () => {
    for (const one of ranges) {
      for (const other of ranges) {
        for (const effect of ['Allow', 'Deny'] as const) {
          for (const operator of operators) {
            check([two('Allow', 'IpAddress', [one]), two(effect, operator, [other])]);
            count++;
          }
        }
        check([two('Allow', 'NotIpAddress', [one, other])]);
        check([two('Allow', 'IpAddress', [one, other])]);
      }
    }
    expect(count).toBe(ranges.length ** 2 * 8);
  });

  it('two statements with set operators', () => {
    for (const one of ranges) {
      for (const operator of [...quantified, ...operators]) {
        for (const other of quantified) {
          check([two('Allow', operator, [one]), two('Deny', other, ['52.0.0.0/6', '2600::/31'])]);
          check([two('Allow', operator, ['0.0.0.0/1', '::/1']), two('Deny', other, [one])]);
        }
      }
    }
  });

  it('three statements', () => {
    const few = ['0.0.0.0/1', '128.0.0.0/1', '52.0.0.0/7', '53.0.0.0/8', '10.0.0.0/8', '8.8.8.8', '::/0', '2600::/32'];
    for (const one of few) {
      for (const other of few) {
        for (const third of few) {
          check([
            two('Allow', 'IpAddress', [one]),
            two('Allow', 'IpAddress', [other]),
            two('Deny', 'IpAddress', [third]),
          ]);
          check([two('Allow', 'IpAddress', [one, other]), two('Deny', 'NotIpAddress', [third])]);
          check([
            two('Deny', 'NotIpAddress', [one, other]),
            two('Allow', 'NotIpAddressIfExists', [third]),
            two('Deny', 'IpAddressIfExists', [other]),
          ]);
        }
      }
    }
  });
});
