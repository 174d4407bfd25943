import { service } from '../../aws/service.ts';

export const securityhub = service({
  id: 'securityhub',
  sdkId: 'SecurityHub',
  load: () => import('./sdk.ts'),
});
