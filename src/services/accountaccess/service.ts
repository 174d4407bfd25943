import { service } from '../../aws/service.ts';

/** Account access manager. The client is made of botocore's model: the registry has none. */
export const accountaccess = service<typeof import('./client.ts')>({
  id: 'accountaccess',
  sdkId: 'Account Access',
  iamPrefix: 'account-access',
  // AWS's list has the regions that every account has from the start (https://docs.aws.amazon.com/general/latest/gr/account-access.html).
  missingIn: [
    'af-south-1',
    'ap-east-1',
    'ap-east-2',
    'ap-south-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'ca-west-1',
    'eu-central-2',
    'eu-south-1',
    'eu-south-2',
    'il-central-1',
    'me-central-1',
    'me-south-1',
    'mx-central-1',
  ],
  // What the model calls required: https://docs.aws.amazon.com/account-access/latest/APIReference/API_ListEntitlements.html
  sends: {
    ApplicationSummary: ['applicationArn'],
    EntitlementsListMember: ['entitlementId', 'entitlement'],
    ListApplicationsResponse: ['applications'],
    ListEntitlementsResponse: ['entitlements'],
    PrincipalRoleEntitlementSummary: ['principal', 'roleArn', 'account'],
  },
  load: () => import('./sdk.ts'),
});
