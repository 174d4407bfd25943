import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
export const s3 = service<typeof import('@aws-sdk/client-s3')>({
  id: 's3',
  sdkId: 'S3',
  scope: 'global',
  // What it always sends: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html#API_ListBuckets_ResponseSyntax
  sends: {
    Bucket: ['Name'],
    GetBucketAclOutput: ['Grants'],
    GetBucketEncryptionOutput: ['ServerSideEncryptionConfiguration'],
    GetBucketOwnershipControlsOutput: ['OwnershipControls'],
    GetBucketTaggingOutput: ['TagSet'],
    GetPublicAccessBlockOutput: ['PublicAccessBlockConfiguration'],
    Grant: ['Grantee', 'Permission'],
    Grantee: ['Type'],
    LifecycleRule: ['Status'],
    ListBucketsOutput: ['Buckets'],
    LoggingEnabled: ['TargetBucket'],
    OwnershipControls: ['Rules'],
    OwnershipControlsRule: ['ObjectOwnership'],
    PublicAccessBlockConfiguration: [
      'BlockPublicAcls',
      'IgnorePublicAcls',
      'BlockPublicPolicy',
      'RestrictPublicBuckets',
    ],
    RoutingRule: ['Redirect'],
    ServerSideEncryptionConfiguration: ['Rules'],
  },
  load: () => import('./sdk.ts'),
  actionsOf: {
    ListBuckets: 's3:ListAllMyBuckets',
    GetBucketEncryption: 's3:GetEncryptionConfiguration',
    GetBucketLifecycleConfiguration: 's3:GetLifecycleConfiguration',
    GetBucketReplication: 's3:GetReplicationConfiguration',
    GetObjectLockConfiguration: 's3:GetBucketObjectLockConfiguration',
    GetPublicAccessBlock: 's3:GetBucketPublicAccessBlock',
  },
});
