import { service } from '../../aws/service.ts';

export const cloudtrail = service({
  id: 'cloudtrail',
  sdkId: 'CloudTrail',
  load: () => import('./sdk.ts'),
});
