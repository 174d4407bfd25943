import { service } from '../../aws/service.ts';

/** Amazon Inspector; Inspector Classic no longer exists. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoninspector2.html */
export const inspector = service<typeof import('@aws-sdk/client-inspector2')>({
  id: 'inspector',
  sdkId: 'Inspector2',
  iamPrefix: 'inspector2',
  missingIn: ['ap-southeast-6'],
  // What it always sends, as its model requires: https://docs.aws.amazon.com/inspector/v2/APIReference/API_BatchGetAccountStatus.html
  sends: {
    AccountState: ['accountId', 'state', 'resourceState'],
    BatchGetAccountStatusResponse: ['accounts'],
    CisScanConfiguration: ['scanConfigurationArn'],
    CodeSecurityIntegrationSummary: ['integrationArn', 'name', 'status'],
    CodeSecurityScanConfigurationSummary: ['scanConfigurationArn', 'name'],
    CoveredResource: ['resourceType', 'resourceId', 'accountId', 'scanType'],
    FailedAccount: ['accountId', 'errorCode'],
    Finding: ['findingArn', 'severity', 'type', 'resources'],
    FindingDetail: ['findingArn'],
    FindingDetailsError: ['findingArn', 'errorCode'],
    ListCisScanConfigurationsResponse: ['scanConfigurations'],
    ListCoverageResponse: ['coveredResources'],
    NetworkReachabilityDetails: ['openPortRange', 'protocol'],
    PackageVulnerabilityDetails: ['vulnerabilityId'],
    PortRange: ['begin', 'end'],
    Resource: ['type', 'id'],
    ResourceState: ['ec2', 'ecr'],
    ScanStatus: ['statusCode', 'reason'],
    State: ['status'],
  },
  load: () => import('./sdk.ts'),
});
