import { service } from '../../aws/service.ts';

/** S3's account-level API; its IAM actions are S3's own. */
export const s3control = service({
  id: 's3control',
  sdkId: 'S3 Control',
  iamPrefix: 's3',
  load: () => import('./sdk.ts'),
  actionsOf: { GetPublicAccessBlock: 's3:GetAccountPublicAccessBlock' },
});
