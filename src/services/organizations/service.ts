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
    DelegatedService: ['ServicePrincipal'],
    DescribeEffectivePolicyResponse: ['EffectivePolicy'],
    DescribeOrganizationResponse: ['Organization'],
    DescribePolicyResponse: ['Policy'],
    EffectivePolicy: ['PolicyContent'],
    EffectivePolicyValidationError: ['ErrorCode'],
    ListAccountsForParentResponse: ['Accounts'],
    ListAccountsResponse: ['Accounts'],
    ListAccountsWithInvalidEffectivePolicyResponse: ['Accounts'],
    ListDelegatedAdministratorsResponse: ['DelegatedAdministrators'],
    ListDelegatedServicesForAccountResponse: ['DelegatedServices'],
    ListEffectivePolicyValidationErrorsResponse: ['EffectivePolicyValidationErrors'],
    ListOrganizationalUnitsForParentResponse: ['OrganizationalUnits'],
    ListParentsResponse: ['Parents'],
    ListPoliciesForTargetResponse: ['Policies'],
    ListPoliciesResponse: ['Policies'],
    ListTargetsForPolicyResponse: ['Targets'],
    OrganizationalUnit: ['Id'],
    PolicyTargetSummary: ['TargetId'],
    ListRootsResponse: ['Roots'],
    Organization: ['Id', 'MasterAccountId'],
    Parent: ['Id'],
    Policy: ['Content'],
    PolicySummary: ['Id'],
    Root: ['Id'],
  },
  load: () => import('./sdk.ts'),
});
