import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3vectors.html */
export const s3vectors = service<typeof import('@aws-sdk/client-s3vectors')>({
  id: 's3vectors',
  sdkId: 'S3Vectors',
  // What it always sends, as its model requires: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_S3_Vectors.html
  sends: {
    GetVectorBucketPolicyOutput: ['policy'],
    ListVectorBucketsOutput: ['vectorBuckets'],
    VectorBucketSummary: ['vectorBucketArn', 'vectorBucketName'],
  },
  load: () => import('./sdk.ts'),
});
