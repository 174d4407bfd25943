import type { GrantListEntry } from '@aws-sdk/client-kms';
import { arnAccount } from '../../text/arn.ts';
import { shell } from '../../text/shell.ts';

/** A grant of a key, as far as it tells who may do what. */
export type Grant = ReturnType<typeof grantOf>;

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html */
export const grantOf = (each: GrantListEntry) => ({
  id: each.GrantId,
  name: each.Name,
  /** ISO 8601; snapshots of earlier versions have it not. */
  createdAt: each.CreationDate?.toISOString(),
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

/** For an AWS service, a role that one has in the account, or an instance that boots: whoever set the service up has it made, and it ends it. */
export function isOfService({ grantee, granteeService }: Pick<Grant, 'grantee' | 'granteeService'>): boolean {
  if (granteeService !== undefined) return true;
  return grantee !== undefined && (isService(grantee) || /\/aws-service-role\/|\/aws:/.test(grantee));
}

/** For the principal of an AWS service itself. */
export const isOfServicePrincipal = ({ grantee, granteeService }: Pick<Grant, 'grantee' | 'granteeService'>): boolean =>
  granteeService !== undefined || (grantee !== undefined && isService(grantee));

/** `Decrypt of arn:aws:iam::111122223333:role/app` */
export const grantCalled = ({ grantee, granteeService, operations }: Grant): string =>
  `${operations.join(', ') || 'operations that are not told'} of ${granteeService ?? grantee ?? 'somebody who is not told'}`;

/** Revokes grants; what only its maker can name is left to a person. */
export const revoke = (keyId: string, grants: readonly Pick<Grant, 'id'>[]) => ({
  note: 'What uses the key through a revoked grant loses it within minutes; a grant is made anew, not restored.',
  cli: grants
    .flatMap(({ id }) => (id === undefined ? [] : shell`aws kms revoke-grant --key-id ${keyId} --grant-id ${id}`))
    .join('\n'),
});

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
