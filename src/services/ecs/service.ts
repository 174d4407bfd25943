import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html */
export const ecs = service({
  id: 'ecs',
  sdkId: 'ECS',
  scope: 'region',
  load: () => import('./sdk.ts'),
});
