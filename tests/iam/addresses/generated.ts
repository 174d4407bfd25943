import * as fc from 'fast-check';
import { ACCOUNT, type Json, MEMBER, OTHER } from '../documents.ts';

/** One key of one operator, before it is written down. */
export interface MadeCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** A statement before it is written down, so that it can be changed in ways whose effect is known. */
export interface MadeStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly not: { readonly principal: boolean; readonly action: boolean; readonly resource: boolean };
  readonly principals: readonly string[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: readonly MadeCondition[];
}

export const bucket = 'arn:aws:s3:::b';
const some = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const few = <T>(values: readonly T[], maxLength = 3): fc.Arbitrary<T[]> =>
  fc.uniqueArray(some(values), { minLength: 1, maxLength });

const ranges = [
  '0.0.0.0/0',
  '0.0.0.0/1',
  '128.0.0.0/1',
  '64.0.0.0/2',
  '52.0.0.0/6',
  '52.0.0.0/7',
  '52.0.0.0/8',
  '53.0.0.0/8',
  '53.64.0.0/10',
  '10.0.0.0/8',
  '203.0.113.0/24',
  '52.1.2.3',
  '::/0',
  '2000::/3',
  '2600::/31',
  '2600::/32',
  '2601::/32',
  'fc00::/7',
];
const addresses = ['52.1.2.3', '52.*', '5*', '*', '203.0.113.*', '0.0.0.0/0', '2600::1'];
const withIfExists = (names: readonly string[]): string[] => names.flatMap((name) => [name, `${name}IfExists`]);
const quantified = (names: readonly string[]): string[] => [
  ...names,
  ...names.flatMap((name) => [`ForAnyValue:${name}`, `ForAllValues:${name}`]),
];
const ipOperators = quantified(withIfExists(['IpAddress', 'NotIpAddress']));
const stringOperators = withIfExists(['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike']);
const equalities = withIfExists(['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase']);

const condition = (
  keys: readonly string[],
  operators: readonly string[],
  values: readonly string[],
  most?: number,
): fc.Arbitrary<MadeCondition> => fc.record({ key: some(keys), operator: some(operators), values: few(values, most) });

const nothing = condition(
  ['aws:SourceIp', 'aws:UserAgent', 'aws:PrincipalAccount', 'aws:SourceVpce', 'aws:PrincipalOrgID', 'aws:Referer'],
  ['Null'],
  ['true', 'false'],
  1,
);
const byAddress = condition(['aws:SourceIp', 'aws:SourceIp', 'aws:VpcSourceIp'], ipOperators, ranges);
const byAnything: fc.Arbitrary<MadeCondition> = fc.oneof(
  byAddress,
  condition(['aws:SourceIp'], stringOperators, addresses),
  nothing,
  condition(['aws:UserAgent', 'aws:Referer'], quantified(stringOperators), ['cli*', 'cli/1', 'sdk*', '*', '*x', 'a?c']),
  condition(['aws:PrincipalOrgID'], stringOperators, ['o-ownorg1234', 'o-other12345', 'o-*']),
  condition(['aws:PrincipalAccount', 'aws:SourceAccount'], stringOperators, [ACCOUNT, OTHER, MEMBER, '4444*', '*']),
  condition(['aws:SourceVpce', 'aws:SourceVpc'], stringOperators, ['vpce-1', 'vpc-1', 'vpc*']),
  condition(
    ['aws:SecureTransport', 'aws:PrincipalIsAWSService', 'aws:ViaAWSService'],
    ['Bool', 'BoolIfExists'],
    ['true', 'false'],
    1,
  ),
  condition(
    ['aws:PrincipalArn', 'aws:SourceArn'],
    withIfExists(['ArnLike', 'ArnNotLike', 'StringLike', 'StringNotEquals']),
    [
      `arn:aws:iam::${OTHER}:role/r`,
      `arn:aws:iam::${OTHER}:*`,
      'arn:aws:iam::*:role/r*',
      `arn:aws:iam::${MEMBER}:user/*`,
      'arn:aws:s3:::c',
    ],
  ),
  condition(
    ['aws:PrincipalOrgPaths'],
    ['ForAnyValue:StringLike', 'ForAllValues:StringLike', 'ForAnyValue:StringNotLike'],
    ['o-ownorg1234/*', 'o-other12345/r-1/*', '*/ou-1/*'],
  ),
  condition(['aws:TagKeys'], quantified(['StringEquals', 'StringNotEquals', 'StringLike']), ['a', 'b', 'c*']),
  condition(['s3:max-keys'], ['NumericLessThan', 'NumericGreaterThanEquals', 'NumericNotEquals'], ['1', '10', '100']),
  condition(['sts:ExternalId', 's3:ExistingObjectTag/a'], equalities, ['x', 'y']),
);

const principals = [
  '*',
  '*',
  '*',
  OTHER,
  MEMBER,
  ACCOUNT,
  `arn:aws:iam::${OTHER}:role/r`,
  `arn:aws:iam::${OTHER}:root`,
  `arn:aws:iam::${ACCOUNT}:user/ann`,
];
const actions = ['s3:GetObject', 's3:GetObject', 's3:PutObject', 's3:ListBucket', 's3:Get*', 's3:*'];
const resources = [`${bucket}/*`, `${bucket}/*`, bucket, `${bucket}/a/*`, '*'];
const rarely = fc.integer({ min: 0, max: 9 }).map((at) => at === 0);

const statement = (conditions: fc.Arbitrary<MadeCondition>): fc.Arbitrary<MadeStatement> =>
  fc.record({
    effect: some(['Allow', 'Allow', 'Deny'] as const),
    not: fc.record({ principal: rarely, action: rarely, resource: rarely }),
    principals: fc.oneof({ weight: 3, arbitrary: fc.constant(['*']) }, { weight: 2, arbitrary: few(principals, 2) }),
    actions: few(actions, 2),
    resources: few(resources, 2),
    conditions: fc.array(conditions, { maxLength: 3 }),
  });

/** Statements that speak of addresses above all, or of everything. */
export const anyStatement: fc.Arbitrary<MadeStatement> = fc.oneof(statement(byAddress), statement(byAnything));
export const anyCondition: fc.Arbitrary<MadeCondition> = fc.oneof(byAddress, byAnything);
export const anyStatements: fc.Arbitrary<MadeStatement[]> = fc.array(anyStatement, { minLength: 1, maxLength: 5 });

/** Writes a statement down. Conditions on one key with one operator cannot be written twice: the later ones are left out. */
export function written(made: MadeStatement): Json {
  const condition: Record<string, Record<string, readonly string[]>> = {};
  for (const { operator, key, values } of made.conditions) (condition[operator] ??= {})[key] ??= values;
  const { not } = made;
  return {
    Effect: made.effect,
    [not.principal ? 'NotPrincipal' : 'Principal']: made.principals.join() === '*' ? '*' : { AWS: made.principals },
    [not.action ? 'NotAction' : 'Action']: made.actions,
    [not.resource ? 'NotResource' : 'Resource']: made.resources,
    ...(made.conditions.length === 0 ? {} : { Condition: condition }),
  };
}

export const documentOf = (statements: readonly MadeStatement[]): Json => ({
  Version: '2012-10-17',
  Statement: statements.map(written),
});
