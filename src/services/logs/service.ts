import { service } from '../../aws/service.ts';

export const logs = service({
  id: 'logs',
  sdkId: 'CloudWatch Logs',
  load: () => import('./sdk.ts'),
});
