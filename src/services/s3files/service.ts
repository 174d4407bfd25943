import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3files.html */
export const s3files = service<typeof import('@aws-sdk/client-s3files')>({
  id: 's3files',
  sdkId: 'S3Files',
  // What it always sends, as its model requires: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_S3_Files.html
  sends: {
    GetFileSystemPolicyResponse: ['fileSystemId', 'policy'],
    ListFileSystemsDescription: ['fileSystemArn', 'fileSystemId', 'ownerId', 'status'],
    ListFileSystemsResponse: ['fileSystems'],
  },
  load: () => import('./sdk.ts'),
});
