import { service } from '../../aws/service.ts';

export const fms = service<typeof import('@aws-sdk/client-fms')>({
  id: 'fms',
  sdkId: 'FMS',
  // The reference marks no member as required: lists are there, and an entry is known by its id
  // (https://docs.aws.amazon.com/fms/2018-01-01/APIReference/API_PolicySummary.html).
  sends: {
    GetAdminAccountResponse: ['AdminAccount'],
    GetPolicyResponse: ['Policy'],
    ListComplianceStatusResponse: ['PolicyComplianceStatusList'],
    ListPoliciesResponse: ['PolicyList'],
    PolicyComplianceStatus: ['MemberAccount'],
    PolicySummary: ['PolicyId', 'PolicyArn', 'SecurityServiceType'],
  },
  load: () => import('./sdk.ts'),
});
