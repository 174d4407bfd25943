import { service } from '../../aws/service.ts';

/** S3's account-level API; its IAM actions are S3's own. */
export const s3control = service<typeof import('@aws-sdk/client-s3-control')>({
  id: 's3control',
  sdkId: 'S3 Control',
  iamPrefix: 's3',
  // What it always sends: https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListAccessPoints.html
  sends: {
    AccessPoint: ['Name', 'Bucket'],
    GetAccessPointPolicyResult: ['Policy'],
    GetAccessPointResult: ['Name', 'NetworkOrigin'],
    GetPublicAccessBlockOutput: ['PublicAccessBlockConfiguration'],
    ListAccessPointsResult: ['AccessPointList'],
    ListMultiRegionAccessPointsResult: ['AccessPoints'],
    MultiRegionAccessPointReport: ['Name'],
    PublicAccessBlockConfiguration: [
      'BlockPublicAcls',
      'IgnorePublicAcls',
      'BlockPublicPolicy',
      'RestrictPublicBuckets',
    ],
    RegionReport: ['Bucket'],
  },
  load: () => import('./sdk.ts'),
  actionsOf: { GetPublicAccessBlock: 's3:GetAccountPublicAccessBlock' },
});
