import { service } from '../../aws/service.ts';

/** Shield's API answers in us-east-1 for everything, and in the commercial partition only (https://docs.aws.amazon.com/general/latest/gr/shield.html). */
export const shield = service({
  id: 'shield',
  sdkId: 'Shield',
  scope: 'global',
  load: () => import('./sdk.ts'),
});
