import { describe, expect, it } from 'vitest';
import { urlBy } from '../../src/dev/new/endpoint-rules.ts';

const partition = { name: 'aws', dnsSuffix: 'amazonaws.com', dualStackDnsSuffix: 'api.aws', supportsFIPS: true };
const of = (fn: string, ...argv: unknown[]) => ({ fn, argv });
const ref = (name: string) => ({ ref: name });
const isPartition = { ...of('aws.partition', ref('Region')), assign: 'P' };
const plain = { conditions: [], endpoint: { url: 'https://x.{Region}.{P#dnsSuffix}' } };

/** In the order of a service's rules: an operation's own hosts, a given endpoint, FIPS, and the rest. */
const rules = [
  {
    conditions: [of('isSet', ref('Own')), of('booleanEquals', ref('Own'), true), isPartition],
    rules: [
      {
        conditions: [of('stringEquals', of('getAttr', ref('P'), 'name'), 'aws-cn')],
        endpoint: { url: 'https://x.{Region}.example.cn' },
      },
      { conditions: [], endpoint: { url: 'https://x.{Region}.{P#dualStackDnsSuffix}' } },
    ],
  },
  { conditions: [of('not', of('isSet', ref('Region')))], error: 'Missing Region' },
  {
    conditions: [isPartition],
    rules: [
      {
        conditions: [of('booleanEquals', ref('UseFIPS'), true)],
        rules: [
          {
            conditions: [of('booleanEquals', of('getAttr', ref('P'), 'supportsFIPS'), true)],
            endpoint: { url: 'https://x-fips.{Region}.{P#dnsSuffix}' },
          },
          { conditions: [], error: 'no FIPS' },
        ],
      },
      plain,
    ],
  },
];

describe('the host that endpoint rules give', () => {
  it.each([
    ['the usual one', { Region: 'eu-west-1', UseFIPS: false }, partition, 'https://x.eu-west-1.amazonaws.com'],
    ['with FIPS', { Region: 'eu-west-1', UseFIPS: true }, partition, 'https://x-fips.eu-west-1.amazonaws.com'],
    ['none with FIPS', { Region: 'r', UseFIPS: true }, { ...partition, supportsFIPS: false }, undefined],
    ["an operation's own", { Region: 'r', Own: true, UseFIPS: true }, partition, 'https://x.r.api.aws'],
    [
      'its own in another partition',
      { Region: 'r', Own: true },
      { ...partition, name: 'aws-cn' },
      'https://x.r.example.cn',
    ],
    ['none without a region', {}, partition, undefined],
    ['none without a partition', { Region: 'r' }, undefined, undefined],
  ])('is %s', (_, parameters, found, url) => {
    expect(urlBy(rules, parameters, () => found)).toBe(url);
  });

  it('is not guessed where a rule asks what is not known here', () => {
    expect(() => urlBy([{ conditions: [of('parseURL', 'x')] }], {}, () => partition)).toThrow(/parseURL/);
  });
});
