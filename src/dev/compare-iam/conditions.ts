import type { Random } from './random.ts';

/** Condition keys for made-up statements with values that requests carry, few enough to match often. */
interface Key {
  readonly key: string;
  readonly type: 'string' | 'arn' | 'bool' | 'number' | 'date' | 'ip' | 'list';
  readonly values: readonly string[];
  readonly patterns: readonly string[];
}

export const OWN = '111122223333';
export const OTHER = '444455556666';
const tags = ['red', 'blue', 'Red', 're', 'redder'];
const tagPatterns = [
  ...tags,
  're*',
  '*d',
  'r?d',
  '*',
  '${aws:username}',
  "${aws:PrincipalTag/team, 'red'}",
  '${aws:PrincipalTag/team}',
  '',
];
const arns = [
  `arn:aws:iam::${OWN}:role/app`,
  `arn:aws:iam::${OWN}:user/ann`,
  `arn:aws:sns:us-east-1:${OWN}:topic`,
  'arn:aws:s3:::bucket',
];
const arnPatterns = [
  ...arns,
  `arn:aws:iam::${OWN}:*`,
  'arn:aws:iam::*:role/*',
  'arn:*:iam::*:user/a?n',
  `arn:aws:sns:*:${OWN}:*`,
  'arn:aws:s3:::*',
  '*',
  'arn:aws:iam::${aws:PrincipalAccount}:*',
];
const dates = ['2026-01-15T12:00:00Z', '2026-06-01T00:00:00Z', '2025-01-01T00:00:00Z', '1768478400'];
const addresses = ['203.0.113.7', '10.1.2.3', '198.51.100.200', '2001:db8::7'];
const ranges = [
  '203.0.113.0/24',
  '10.0.0.0/8',
  '0.0.0.0/0',
  '203.0.113.7',
  '198.51.100.128/25',
  '2001:db8::/32',
  '::/0',
];
const flags = ['true', 'false'];

const key = (name: string, type: Key['type'], values: readonly string[], patterns = values): Key => ({
  key: name,
  type,
  values,
  patterns,
});

export const keys: readonly Key[] = [
  key('aws:PrincipalTag/team', 'string', tags, tagPatterns),
  key('aws:ResourceTag/env', 'string', tags, tagPatterns),
  key('aws:RequestTag/env', 'string', tags, tagPatterns),
  key('aws:RequestedRegion', 'string', ['us-east-1', 'eu-west-1'], ['us-east-1', 'eu-*', '*', 'us-east-?']),
  key('aws:UserAgent', 'string', ['cli/2', 'console'], ['cli*', 'console', '*/2']),
  key('aws:SourceVpce', 'string', ['vpce-1', 'vpce-2'], ['vpce-1', 'vpce-*']),
  key(
    'aws:PrincipalOrgID',
    'string',
    ['o-aaaaaaaaaa', 'o-bbbbbbbbbb'],
    ['o-aaaaaaaaaa', 'o-*', '${aws:ResourceOrgID}'],
  ),
  key('aws:PrincipalArn', 'arn', arns, arnPatterns),
  key('aws:SourceArn', 'arn', arns, arnPatterns),
  key('aws:SecureTransport', 'bool', flags),
  key('aws:MultiFactorAuthPresent', 'bool', flags),
  key('aws:ViaAWSService', 'bool', flags),
  key('aws:MultiFactorAuthAge', 'number', ['10', '3600', '86400'], ['10', '3600', '3600.0', '7200', '-1']),
  key('aws:CurrentTime', 'date', dates),
  key('aws:TokenIssueTime', 'date', dates),
  key('aws:SourceIp', 'ip', addresses, ranges),
  key('aws:VpcSourceIp', 'ip', addresses, ranges),
  key('aws:TagKeys', 'list', ['env', 'team', 'Env'], ['env', 'team', 'e*', '*']),
  key(
    'aws:PrincipalOrgPaths',
    'list',
    ['o-aaaaaaaaaa/r-aa00/ou-aa00-1/', 'o-bbbbbbbbbb/r-bb00/'],
    ['o-aaaaaaaaaa/*', 'o-bbbbbbbbbb/r-bb00/', '*'],
  ),
  key('aws:CalledVia', 'list', ['athena.amazonaws.com', 'glue.amazonaws.com'], ['athena.amazonaws.com', 'glue*']),
];

const operators: Readonly<Record<Key['type'], readonly string[]>> = {
  string: [
    'StringEquals',
    'StringNotEquals',
    'StringEqualsIgnoreCase',
    'StringNotEqualsIgnoreCase',
    'StringLike',
    'StringNotLike',
  ],
  list: ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringLike', 'StringNotLike'],
  arn: ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike', 'StringEquals', 'StringLike'],
  bool: ['Bool', 'StringEquals'],
  number: [
    'NumericEquals',
    'NumericNotEquals',
    'NumericLessThan',
    'NumericLessThanEquals',
    'NumericGreaterThan',
    'NumericGreaterThanEquals',
  ],
  date: [
    'DateEquals',
    'DateNotEquals',
    'DateLessThan',
    'DateLessThanEquals',
    'DateGreaterThan',
    'DateGreaterThanEquals',
  ],
  ip: ['IpAddress', 'NotIpAddress'],
};

/** A Condition element of one to three operators. */
export function randomCondition(random: Random): Record<string, Record<string, string | string[]>> {
  const found: Record<string, Record<string, string | string[]>> = {};
  for (const one of random.some(keys, 1, 2)) {
    if (random.chance(0.08)) {
      found['Null'] = { ...found['Null'], [one.key]: random.pick(flags) };
      continue;
    }
    const base = random.pick(operators[one.type]);
    const isList = one.type === 'list';
    const quantifier = isList
      ? random.pick(['ForAllValues:', 'ForAnyValue:', 'ForAnyValue:', ''])
      : random.chance(0.06)
        ? random.pick(['ForAllValues:', 'ForAnyValue:'])
        : '';
    const operator = `${quantifier}${base}${random.chance(0.2) ? 'IfExists' : ''}`;
    const name = random.chance(0.1) ? one.key.toLowerCase() : one.key;
    const values = random.some(one.patterns, 1, 3);
    found[operator] = { ...found[operator], [name]: values.length === 1 ? (values[0] ?? '') : values };
  }
  return found;
}

/** Values for keys of a request. */
export function randomContext(random: Random): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const one of keys) {
    if (!random.chance(0.6)) continue;
    if (one.type === 'list') found[one.key] = [...new Set(random.some(one.values, 1, 2))];
    else found[one.key] = random.pick(one.values);
  }
  return found;
}
