import { service } from '../../aws/service.ts';

/**
 * The AWS Support API; it answers accounts with a Business, Enterprise On-Ramp or Enterprise plan only, the others get
 * `SubscriptionRequiredException` (https://docs.aws.amazon.com/awssupport/latest/user/about-support-api.html).
 */
export const support = service({ id: 'support', sdkId: 'Support', scope: 'global', load: () => import('./sdk.ts') });
