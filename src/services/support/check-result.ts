import type { Api } from '../../aws/api.ts';

type SupportSdk = typeof import('@aws-sdk/client-support');

/**
 * What Trusted Advisor says of one of its checks, resource by resource; asked once per run.
 * @throws SubscriptionRequiredException for accounts without a support plan that includes the API
 */
export const checkResult = (api: Api<SupportSdk, 'DescribeTrustedAdvisorCheckResult'>, checkId: string) =>
  api.once(`result of ${checkId}`, async () => {
    const { result } = await api.call('DescribeTrustedAdvisorCheckResult', { checkId, language: 'en' });
    return result;
  });
