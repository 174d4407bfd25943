import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3tables.html */
export const s3tables = service<typeof import('@aws-sdk/client-s3tables')>({
  id: 's3tables',
  sdkId: 'S3Tables',
  // What it always sends, as its model requires: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_S3_Tables.html
  sends: {
    EncryptionConfiguration: ['sseAlgorithm'],
    GetTableBucketEncryptionResponse: ['encryptionConfiguration'],
    GetTableBucketPolicyResponse: ['resourcePolicy'],
    GetTablePolicyResponse: ['resourcePolicy'],
    ListTableBucketsResponse: ['tableBuckets'],
    ListTablesResponse: ['tables'],
    TableBucketSummary: ['arn', 'name'],
    TableSummary: ['namespace', 'name', 'tableARN'],
  },
  load: () => import('./sdk.ts'),
});
