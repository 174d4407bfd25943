import { service } from '../../aws/service.ts';

/** Endpoints: https://docs.aws.amazon.com/general/latest/gr/ao.html */
export const organizations = service({
  id: 'organizations',
  sdkId: 'Organizations',
  scope: 'global',
  load: () => import('./sdk.ts'),
});
