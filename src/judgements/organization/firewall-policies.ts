import type { Verdict } from '../../engine/check.ts';
import { along, fail, notApplicable, pass } from '../../engine/check.ts';
import { firewallManager } from '../../services/fms/administrator.ts';
import { firewallPolicy } from '../../services/fms/policy.ts';
import type { Standing } from './standing.ts';
import { notInOne } from './standing.ts';

/** What it takes to know whether a region has a policy of Firewall Manager. */
export const firewallPolicies = {
  policies: along(firewallPolicy, { reach: 'region', witness: true }),
  administrators: along(firewallManager, { needs: ['administrator'] }),
} as const;

interface Known {
  readonly policies: readonly {
    readonly name: string;
    readonly kind: string | undefined;
    readonly scope: string | undefined;
  }[];
  readonly administrators: readonly { readonly administrator: { readonly account: string | undefined } | undefined }[];
}

/**
 * Whether a region has a policy of some kinds. A policy that stands in another administrator's scope is that one's: it protects
 * nothing here (https://docs.aws.amazon.com/fms/2018-01-01/APIReference/API_PolicySummary.html).
 * @param what such as `policy for WAF`
 */
export function policyExists(
  kinds: readonly string[],
  what: string,
  { name, account }: { readonly name: string; readonly account: string },
  { policies, administrators }: Known,
  standing: Standing,
): Verdict {
  const own = policies.filter(({ scope }) => scope !== 'OUT_OF_ADMIN_SCOPE');
  const found = own.filter(({ kind }) => kind !== undefined && kinds.includes(kind));
  if (found.length > 0)
    return pass(`${name} has a ${what}: ${found.map((one) => one.name).join(', ')}`, {
      policies: found.map((one) => one.name),
    });
  const administrator = administrators[0]?.administrator?.account;
  const outside = notInOne(standing);
  if (administrator === undefined) return outside ?? notApplicable('no administrator of Firewall Manager is told');
  // Administrators besides the default one see their own policies.
  if (administrator !== account && own.length === 0)
    return notApplicable(`policies of Firewall Manager are judged in account ${administrator}`);
  return fail(`${name} has no ${what}`, { policies: own.map(({ name: called, kind }) => ({ name: called, kind })) });
}
