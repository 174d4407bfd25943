import { service } from '../../aws/service.ts';

/**
 * The AWS Support API; it answers accounts with a Business, Enterprise On-Ramp or Enterprise plan only, the others get
 * `SubscriptionRequiredException` (https://docs.aws.amazon.com/awssupport/latest/user/about-support-api.html).
 */
export const support = service<typeof import('@aws-sdk/client-support')>({
  id: 'support',
  sdkId: 'Support',
  scope: 'global',
  // What it always sends: https://docs.aws.amazon.com/awssupport/latest/APIReference/API_TrustedAdvisorCheckResult.html
  sends: {
    DescribeTrustedAdvisorChecksResponse: ['checks'],
    DescribeTrustedAdvisorCheckSummariesResponse: ['summaries'],
    TrustedAdvisorCheckDescription: ['id', 'name', 'category', 'metadata'],
    TrustedAdvisorCheckSummary: ['checkId', 'status'],
    DescribeTrustedAdvisorCheckResultResponse: ['result'],
    TrustedAdvisorCheckResult: ['flaggedResources', 'status'],
    // https://docs.aws.amazon.com/awssupport/latest/APIReference/API_TrustedAdvisorResourceDetail.html
    TrustedAdvisorResourceDetail: ['status', 'resourceId', 'metadata'],
  },
  load: () => import('./sdk.ts'),
});
