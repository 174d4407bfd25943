import { service } from '../../aws/service.ts';

export const securityhub = service<typeof import('@aws-sdk/client-securityhub')>({
  id: 'securityhub',
  sdkId: 'SecurityHub',
  // What it always sends: https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_GetEnabledStandards.html
  sends: {
    DescribeHubResponse: ['HubArn'],
    DescribeSecurityHubV2Response: ['HubV2Arn'],
    GetEnabledStandardsResponse: ['StandardsSubscriptions'],
    ListEnabledProductsForImportResponse: ['ProductSubscriptions'],
    StandardsSubscription: ['StandardsArn', 'StandardsStatus'],
  },
  load: () => import('./sdk.ts'),
});
