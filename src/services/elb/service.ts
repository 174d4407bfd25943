import { service } from '../../aws/service.ts';

/** Elastic Load Balancing's first API: Classic Load Balancers. */
export const elb = service({
  id: 'elb',
  sdkId: 'Elastic Load Balancing',
  iamPrefix: 'elasticloadbalancing',
  load: () => import('./sdk.ts'),
});
