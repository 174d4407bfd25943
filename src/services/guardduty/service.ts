import { service } from '../../aws/service.ts';

/** Amazon GuardDuty: one detector per account and region. Every operation's IAM action has its own name. */
export const guardduty = service({
  id: 'guardduty',
  sdkId: 'GuardDuty',
  scope: 'region',
  load: () => import('./sdk.ts'),
});
