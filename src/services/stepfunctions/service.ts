import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html */
export const stepfunctions = service({
  id: 'stepfunctions',
  sdkId: 'SFN',
  iamPrefix: 'states',
  scope: 'region',
  load: () => import('./sdk.ts'),
});
