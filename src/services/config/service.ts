import { service } from '../../aws/service.ts';

export const config = service({
  id: 'config',
  sdkId: 'Config Service',
  load: () => import('./sdk.ts'),
});
