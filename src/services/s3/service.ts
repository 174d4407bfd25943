import { service } from '../../aws/service.ts';

export const s3 = service({
  id: 's3',
  sdkId: 'S3',
  scope: 'global',
  load: () => import('./sdk.ts'),
  actionsOf: {
    ListBuckets: 's3:ListAllMyBuckets',
    GetBucketEncryption: 's3:GetEncryptionConfiguration',
  },
});
