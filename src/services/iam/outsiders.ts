import { exposure } from '../../iam/exposure/exposure.ts';
import type { Exposure } from '../../iam/exposure/types.ts';
import type { OrganizationPolicies } from '../../iam/types.ts';

interface Trusting {
  readonly arn: string;
  readonly account: string;
  readonly trust: unknown;
}

/**
 * Who may assume a role, by evaluating its trust policy. Everything is "outside" but the role's own account.
 * @param rcps of `resourceLimits`
 */
export const trustOf = (
  { arn, account, trust }: Trusting,
  now: number,
  trustedAccounts: readonly string[] = [],
  rcps?: OrganizationPolicies,
): Exposure =>
  exposure(
    { kind: 'role', arn, policy: trust },
    { account, trustedAccounts, now: new Date(now), ...(rcps === undefined ? {} : { rcps }) },
  );

export interface Outsiders {
  /** In words: `account 999900001111`, `every AWS account`; empty when only the own and trusted accounts may assume it. */
  readonly who: readonly string[];
  /** Why nobody can tell. */
  readonly unsure: string | undefined;
}

/**
 * Those other accounts, not trusted by the configuration, that may assume the role. An identity provider
 * counts when all its customers may.
 */
export function outsidersOf(trust: Exposure): Outsiders {
  const strangers = trust.accounts
    .filter((account) => !trust.trustedAccounts.includes(account))
    .map((account) => `account ${account}`);
  const organizations = trust.organizations.map((id) => `organization ${id}`);
  // identity providers are told apart: a token is not an AWS account
  const { principals } = trust;
  const everyone =
    principals === 'public' || principals === 'any-account'
      ? ['every AWS account']
      : principals === 'conditional'
        ? ['every AWS account that meets its condition']
        : [];
  const tokens = trust.federated.flatMap(({ verdict, provider }) =>
    verdict === 'public' ? [`any identity of ${provider}`] : [],
  );
  return {
    who: [...everyone, ...tokens, ...strangers, ...organizations],
    unsure: trust.verdict === 'unknown' ? (trust.unknown[0] ?? 'its trust policy cannot be read') : undefined,
  };
}
