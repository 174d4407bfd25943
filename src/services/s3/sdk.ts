export {
  S3Client as Client,
  ListBucketsCommand,
  paginateListBuckets,
  GetBucketLocationCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetBucketEncryptionCommand,
  GetBucketLoggingCommand,
} from '@aws-sdk/client-s3';
