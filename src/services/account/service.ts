import { service } from '../../aws/service.ts';

/** Account Management exists in the commercial and the China partition (https://docs.aws.amazon.com/general/latest/gr/account-mgmt.html). */
export const account = service<typeof import('@aws-sdk/client-account')>({
  id: 'account',
  sdkId: 'Account',
  scope: 'global',
  // What it always sends: https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html
  sends: {
    GetAlternateContactResponse: ['AlternateContact'],
    GetContactInformationResponse: ['ContactInformation'],
    ListRegionsResponse: ['Regions'],
    Region: ['RegionName'],
  },
  load: () => import('./sdk.ts'),
});
