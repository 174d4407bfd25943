import type { Api } from '../../aws/api.ts';
import { rootsOf } from './tree.ts';

type Sdk = typeof import('@aws-sdk/client-organizations');
type EffectivePolicyType = import('@aws-sdk/client-organizations').EffectivePolicyType;

/** AWS evaluates these itself when a request is made; they have no effective policy that could be asked for. */
const authorization = new Set(['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY']);

/**
 * Of the facets of management policies in force on the account, which every account of an organisation may ask for itself.
 * Absent: the type is off in the management account, or nothing of it reaches the account
 * (https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeEffectivePolicy.html).
 */
export const effectivePolicy = {
  calls: ['DescribeEffectivePolicy'],
  often: { DescribeEffectivePolicy: 'apart' },
  absentOn: ['AWSOrganizationsNotInUseException', 'EffectivePolicyNotFoundException'],
} as const;

/** How such a facet is read. */
export const inForce =
  (type: EffectivePolicyType) =>
  async (
    api: Api<Sdk, 'DescribeEffectivePolicy'>,
    _item: unknown,
    { details }: { readonly details: object | undefined },
  ): Promise<unknown> => {
    if (details === undefined) return undefined;
    const { EffectivePolicy } = await api.call('DescribeEffectivePolicy', { PolicyType: type });
    if (EffectivePolicy?.PolicyContent === undefined) throw new Error('the effective policy came without its content');
    return JSON.parse(EffectivePolicy.PolicyContent) as unknown;
  };

/** An account in which a management policy is not as it was written. */
export interface InvalidPolicy {
  readonly account: string;
  readonly policyType: string;
  /** AWS's codes of what is wrong, such as `ELEMENTS_TOO_MANY`. */
  readonly errors: readonly string[];
}

/**
 * Accounts with an effective policy that AWS calls invalid, by type of policy that is on.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccountsWithInvalidEffectivePolicy.html
 */
export async function invalidPolicies(
  api: Api<Sdk, 'ListRoots' | 'ListAccountsWithInvalidEffectivePolicy' | 'ListEffectivePolicyValidationErrors'>,
): Promise<{ readonly types: readonly string[]; readonly found: readonly InvalidPolicy[] }> {
  const on = (await rootsOf(api)).flatMap(({ types }) =>
    Object.entries(types).flatMap(([type, status]) => (status === 'ENABLED' && !authorization.has(type) ? [type] : [])),
  );
  const types = [...new Set(on)].sort();
  const found: InvalidPolicy[] = [];
  for (const policyType of types) {
    // What AWS calls the types of a root is what it takes here.
    const PolicyType = policyType as EffectivePolicyType;
    for await (const page of api.pages('ListAccountsWithInvalidEffectivePolicy', { PolicyType })) {
      for (const { Id } of page.Accounts ?? []) {
        if (Id === undefined) continue;
        const errors: string[] = [];
        for await (const { EffectivePolicyValidationErrors: list } of api.pages('ListEffectivePolicyValidationErrors', {
          AccountId: Id,
          PolicyType,
        }))
          for (const { ErrorCode } of list ?? []) if (ErrorCode !== undefined) errors.push(ErrorCode);
        found.push({ account: Id, policyType, errors });
      }
    }
  }
  return { types, found };
}
