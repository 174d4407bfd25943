import { service } from '../../aws/service.ts';

/** Account Management exists in the commercial and the China partition (https://docs.aws.amazon.com/general/latest/gr/account-mgmt.html). */
export const account = service({
  id: 'account',
  sdkId: 'Account',
  scope: 'global',
  load: () => import('./sdk.ts'),
});
