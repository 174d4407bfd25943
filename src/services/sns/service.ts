import { service } from '../../aws/service.ts';

export const sns = service({
  id: 'sns',
  sdkId: 'SNS',
  load: () => import('./sdk.ts'),
});
