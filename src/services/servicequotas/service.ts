import { service } from '../../aws/service.ts';

/** Service Quotas: what an account may have at most, region by region. Every operation's IAM action has its own name. */
export const servicequotas = service<typeof import('@aws-sdk/client-service-quotas')>({
  id: 'servicequotas',
  sdkId: 'Service Quotas',
  scope: 'region',
  load: () => import('./sdk.ts'),
});
