import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
export const s3 = service({
  id: 's3',
  sdkId: 'S3',
  scope: 'global',
  load: () => import('./sdk.ts'),
  actionsOf: {
    ListBuckets: 's3:ListAllMyBuckets',
    GetBucketEncryption: 's3:GetEncryptionConfiguration',
    GetPublicAccessBlock: 's3:GetBucketPublicAccessBlock',
  },
});
