import { service } from '../../aws/service.ts';

/** CloudFront has one endpoint a partition, and none in GovCloud (https://docs.aws.amazon.com/general/latest/gr/cf_region.html). */
export const cloudfront = service<typeof import('@aws-sdk/client-cloudfront')>({
  id: 'cloudfront',
  sdkId: 'CloudFront',
  scope: 'global',
  // What it always sends: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionList.html
  sends: {
    DistributionList: ['IsTruncated', 'Quantity'],
    DistributionSummary: ['Id', 'ARN', 'Enabled', 'Origins', 'DefaultCacheBehavior'],
    GetDistributionConfigResult: ['DistributionConfig'],
    GetVpcOriginResult: ['VpcOrigin'],
    ListDistributionsResult: ['DistributionList'],
    OriginCustomHeader: ['HeaderName'],
    Origins: ['Items'],
    ParameterDefinition: ['Name'],
    VpcOrigin: ['Id', 'VpcOriginEndpointConfig'],
  },
  load: () => import('./sdk.ts'),
});
