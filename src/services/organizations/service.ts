import { service } from '../../aws/service.ts';

/** Endpoints: https://docs.aws.amazon.com/general/latest/gr/ao.html */
export const organizations = service<typeof import('@aws-sdk/client-organizations')>({
  id: 'organizations',
  sdkId: 'Organizations',
  scope: 'global',
  // What it always sends: https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html
  sends: {
    Account: ['Id'],
    DelegatedAdministrator: ['Id'],
    DescribeOrganizationResponse: ['Organization'],
    DescribePolicyResponse: ['Policy'],
    ListAccountsResponse: ['Accounts'],
    ListDelegatedAdministratorsResponse: ['DelegatedAdministrators'],
    ListParentsResponse: ['Parents'],
    ListPoliciesForTargetResponse: ['Policies'],
    ListRootsResponse: ['Roots'],
    Organization: ['Id', 'MasterAccountId'],
    Parent: ['Id'],
    Policy: ['Content'],
    PolicySummary: ['Id'],
    Root: ['Id'],
  },
  load: () => import('./sdk.ts'),
});
