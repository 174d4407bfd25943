import type { GrantListEntry } from '@aws-sdk/client-kms';
import { arnAccount } from '../../text/arn.ts';

/** A grant of a key, as far as it tells who may do what. */
export type Grant = ReturnType<typeof grantOf>;

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html */
export const grantOf = (each: GrantListEntry) => ({
  id: each.GrantId,
  name: each.Name,
  /** ARN of an account's root user, of a user, role or session; or a service principal. */
  grantee: each.GranteePrincipal,
  granteeService: each.GranteeServicePrincipal,
  /** Who may end the grant, which gives no access to the key. */
  retiring: each.RetiringPrincipal ?? each.RetiringServicePrincipal,
  /** ARN of the account that made the grant. */
  issuer: each.IssuingAccount,
  operations: [...(each.Operations ?? [])].sort(),
  /** Whether it holds for one encryption context, or for what one resource does, only. */
  constrained: each.Constraints !== undefined && Object.values(each.Constraints).some((value) => value !== undefined),
});

/**
 * Whom a grant lets in: accounts by their number. A service that the own account's principals made the grant for is none, as those
 * of EBS, Auto Scaling or DynamoDB are; one that another account made it for works for that account.
 *
 * - `nobody`: its principal was deleted, whose id (`AROA…`) is all that is left; or all it allows is to end the grant
 * - undefined: it does not say whom
 */
export function grantedTo(grant: Grant, own: string): string | undefined {
  const { grantee, granteeService, issuer, operations } = grant;
  if (operations.length > 0 && operations.every((operation) => operation === 'RetireGrant')) return 'nobody';
  if (granteeService !== undefined || (grantee !== undefined && isService(grantee))) {
    return issuer === undefined ? own : (accountOf(issuer) ?? own);
  }
  if (grantee === undefined) return undefined;
  return uniqueId.test(grantee) ? 'nobody' : accountOf(grantee);
}

const accountOf = (principal: string): string | undefined =>
  /^\d{12}$/.test(principal) ? principal : arnAccount(principal);

/** `ebs.amazonaws.com`, `dynamodb.eu-west-1.amazonaws.com`, `ec2.amazonaws.com.cn`, and `AWS Internal` for those without a name. */
const isService = (principal: string): boolean =>
  /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(principal) || principal === 'AWS Internal';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const uniqueId = /^A(?:ROA|IDA|GPA|SIA|KIA)[A-Z0-9]{8,}$/;

/** `account 999900001111 (Decrypt, Encrypt)`, `account 999900001111 through ebs.amazonaws.com (Decrypt)`. */
export function grantPhrase(grant: Grant, account: string): string {
  const by =
    grant.granteeService ?? (grant.grantee !== undefined && isService(grant.grantee) ? grant.grantee : undefined);
  const who = by === undefined ? `account ${account}` : `account ${account} through ${by}`;
  return `${who} (${grant.operations.join(', ') || 'operations that are not told'})`;
}
