import { exposure } from '../../iam/exposure/exposure.ts';
import { namesOrganization } from '../../iam/exposure/mentions.ts';
import type { Exposure, OwnOrganization } from '../../iam/exposure/types.ts';
import type { ResourceLimits } from '../organization/control-policies.ts';

interface Trusting {
  readonly arn: string;
  readonly account: string;
  readonly trust: unknown;
}

interface TrustOptions {
  readonly now: number;
  readonly trustedAccounts?: readonly string[];
  readonly limits?: Pick<ResourceLimits, 'rcps' | 'documents'>;
  /**
   * Looks for the own organisation (see `ownOrganizationOf`): asked only when the answer depends on it, so that most verdicts
   * stand although it could not be read. Left out, no organisation counts as the own one.
   */
  readonly organization?: () => string | null | undefined;
}

/**
 * Who may assume a role, by evaluating its trust policy. Everything is "outside" but the role's own account and what
 * a policy limits to the own organisation.
 */
export function trustOf(role: Trusting, options: TrustOptions): Exposure {
  const { now, trustedAccounts = [], limits } = options;
  const rcps = limits?.rcps;
  const expose = (organization: OwnOrganization | null | undefined): Exposure =>
    exposure(
      { kind: 'role', arn: role.arn, policy: role.trust },
      {
        account: role.account,
        trustedAccounts,
        now: new Date(now),
        ...(rcps === undefined ? {} : { rcps }),
        ...(organization === undefined ? {} : { organization }),
      },
    );
  const found = expose(undefined);
  if (options.organization === undefined || (found.organizations.length === 0 && found.accounts.length === 0))
    return found;
  const documents = [role.trust, ...(limits?.documents ?? [])];
  if (!documents.some(namesOrganization)) return found;
  const own = options.organization();
  return own === undefined ? found : expose(own === null ? null : { id: own });
}

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
  const { possiblyOwn, unknownPrincipals } = trust;
  const organizations = trust.organizations
    .filter((id) => !possiblyOwn.includes(id))
    .map((id) => `every account of organization ${id}`);
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
  const who = [...everyone, ...tokens, ...strangers, ...organizations];
  return {
    who,
    unsure:
      trust.verdict === 'unknown'
        ? (trust.unknown[0] ?? 'its trust policy cannot be read')
        : possiblyOwn.length > 0
          ? `it lets in every account of organization ${possiblyOwn.join(', ')}, and AWS did not say which organization the account is in`
          : unknownPrincipals.length > 0
            ? `it lets in ${unknownPrincipals.join(', ')}, which may be a principal of another account`
            : undefined,
  };
}
