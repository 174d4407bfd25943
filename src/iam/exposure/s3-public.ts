import { parseArn } from '../../text/arn.ts';
import type { CompiledCondition, CompiledValue } from '../condition-types.ts';
import { isWide } from '../ip.ts';
import type { Policy, Statement } from '../policy.ts';

/** Keys by which a grant to everybody is not public, if they are compared with fixed values. */
const fixing = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalservicename',
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  'aws:sourceorgid',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
]);

function isFixed(condition: CompiledCondition, value: CompiledValue): boolean {
  if ('template' in value || 'bad' in value) return false;
  if (condition.key === 'aws:sourceip') return 'cidr' in value && !isWide(value.cidr);
  if (condition.key === 'aws:userid') return !/[*?]/.test(value.text.split(':')[0] ?? '*');
  if (condition.key === 's3:dataaccesspointarn') {
    // a wildcard for the access point's name is fine as long as the account is fixed
    const account = parseArn(value.text)?.[4];
    return account !== undefined && /^\d{12}$/.test(account);
  }
  return fixing.has(condition.key) && !/[*?]/.test(value.text);
}

function fixes(condition: CompiledCondition): boolean {
  if (condition.negated || condition.ifExists || condition.quantifier === 'all' || condition.family === 'null')
    return false;
  return condition.values.length > 0 && condition.values.every((value) => isFixed(condition, value));
}

const namesEverybody = (statement: Statement): boolean =>
  statement.notPrincipal || statement.principals?.everyone === true || statement.principals?.everyFederated === true;

/**
 * Whether S3 itself calls the policy public, which is what BlockPublicPolicy and RestrictPublicBuckets go by: some
 * statement allows everybody without comparing one of the known keys with a fixed value. Denials play no part.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export const isPublicPolicy = (policy: Policy): boolean =>
  policy.statements.some(
    (statement) =>
      statement.effect === 'Allow' &&
      namesEverybody(statement) &&
      !statement.conditions.some((condition) => fixes(condition)),
  );
