import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html */
export const ssm = service({
  id: 'ssm',
  sdkId: 'SSM',
  scope: 'region',
  load: () => import('./sdk.ts'),
});
