import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
export const lambda = service({
  id: 'lambda',
  sdkId: 'Lambda',
  scope: 'region',
  load: () => import('./sdk.ts'),
});
