import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html */
export const ssm = service<typeof import('@aws-sdk/client-ssm')>({
  id: 'ssm',
  sdkId: 'SSM',
  scope: 'region',
  // What it always sends: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html
  sends: {
    AccountSharingInfo: ['AccountId'],
    AttachmentContent: ['Name'],
    DocumentRequires: ['Name'],
    DescribeDocumentPermissionResponse: ['AccountIds'],
    DescribeInstanceInformationResult: ['InstanceInformationList'],
    DescribeParametersResult: ['Parameters'],
    DocumentIdentifier: ['Name'],
    GetDocumentResult: ['Content'],
    GetParametersResult: ['Parameters'],
    GetResourcePoliciesResponse: ['Policies'],
    GetResourcePoliciesResponseEntry: ['PolicyId', 'Policy'],
    GetServiceSettingResult: ['ServiceSetting'],
    InstanceInformation: ['InstanceId'],
    ListDocumentsResult: ['DocumentIdentifiers'],
    ListResourceComplianceSummariesResult: ['ResourceComplianceSummaryItems'],
    ListTagsForResourceResult: ['TagList'],
    Parameter: ['Name', 'Value'],
    ParameterMetadata: ['Name', 'Type'],
    ResourceComplianceSummaryItem: ['ResourceId', 'ComplianceType'],
    ServiceSetting: ['SettingId', 'SettingValue'],
  },
  load: () => import('./sdk.ts'),
});
