import { service } from '../../aws/service.ts';

/** Amazon GuardDuty: one detector per account and region. Every operation's IAM action has its own name. */
export const guardduty = service<typeof import('@aws-sdk/client-guardduty')>({
  id: 'guardduty',
  sdkId: 'GuardDuty',
  scope: 'region',
  // What it always sends: https://docs.aws.amazon.com/guardduty/latest/APIReference/API_GetDetector.html
  sends: {
    AdminAccount: ['AdminAccountId'],
    DescribePublishingDestinationResponse: ['DestinationId', 'Status'],
    Destination: ['DestinationId', 'Status'],
    DetectorFeatureConfigurationResult: ['Name', 'Status'],
    GetDetectorResponse: ['Status'],
    GetIPSetResponse: ['Name', 'Status', 'Location', 'Format'],
    GetMemberDetectorsResponse: ['MemberDataSourceConfigurations', 'UnprocessedAccounts'],
    ListDetectorsResponse: ['DetectorIds'],
    ListFindingsResponse: ['FindingIds'],
    ListIPSetsResponse: ['IpSetIds'],
    ListMembersResponse: ['Members'],
    ListOrganizationAdminAccountsResponse: ['AdminAccounts'],
    ListPublishingDestinationsResponse: ['Destinations'],
    Member: ['AccountId', 'RelationshipStatus'],
    MemberDataSourceConfiguration: ['AccountId'],
    MemberFeaturesConfigurationResult: ['Name', 'Status'],
    OrganizationFeatureConfigurationResult: ['Name', 'AutoEnable'],
    UnprocessedAccount: ['AccountId'],
  },
  load: () => import('./sdk.ts'),
});
