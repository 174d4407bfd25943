import { service } from '../../aws/service.ts';

export const cloudwatch = service({
  id: 'cloudwatch',
  sdkId: 'CloudWatch',
  load: () => import('./sdk.ts'),
});
