import { service } from '../../aws/service.ts';

/** Amazon EC2: instances, EBS and everything of a VPC. Every operation's IAM action has its own name. */
export const ec2 = service({
  id: 'ec2',
  sdkId: 'EC2',
  scope: 'region',
  load: () => import('./sdk.ts'),
});
