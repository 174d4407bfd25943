import type { Api } from '../../aws/api.ts';
import { checkResult } from './check-result.ts';

type SupportSdk = typeof import('@aws-sdk/client-support');

/** Trusted Advisor's check "Exposed Access Keys" (https://docs.aws.amazon.com/awssupport/latest/user/security-checks.html). */
const exposedAccessKeys = '12Fnkpl8Y5';

export interface ExposedKeys {
  /** Absent when Trusted Advisor has no result, e.g. because the check never ran. */
  readonly checkedAt: string | undefined;
  readonly keys: readonly { readonly keyId: string; readonly user: string; readonly reason: string | undefined }[];
}

/**
 * Keys that AWS found in public places or sees used suspiciously; asked once per run.
 * @throws SubscriptionRequiredException for accounts without a support plan that includes the API
 */
export async function exposedKeys(api: Api<SupportSdk, 'DescribeTrustedAdvisorCheckResult'>): Promise<ExposedKeys> {
  const result = await checkResult(api, exposedAccessKeys);
  const available = result?.status !== undefined && result.status !== 'not_available';
  return {
    checkedAt: available ? result.timestamp : undefined,
    // The columns of this check, in order: access key, user name, kind of fraud, case, updated, location, deadline, usage.
    keys: (result?.flaggedResources ?? []).flatMap(({ metadata = [], status }) => {
      const [keyId, user, reason] = metadata;
      // An empty cell is null.
      return typeof keyId !== 'string' || typeof user !== 'string' || status === 'ok'
        ? []
        : [{ keyId, user, reason: reason ?? undefined }];
    }),
  };
}
