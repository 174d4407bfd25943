import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { tableBucket, tableBucketEncryption } from '../../src/services/s3tables/table-bucket.ts';

export default customerKey(tableBucket, 's3tables-table-bucket-encrypted-cmk', {
  title: 'Table buckets are encrypted with customer managed keys',
  by: tableBucketEncryption,
  risk: 'With a key of S3 nobody decides by its policy who may decrypt the tables, and nothing shows in CloudTrail who did.',
  fix: {
    text: 'Let the policy of a key of your own allow the maintenance of S3 Tables to use it, and set it for the bucket. Tables that there are keep the key that they were made with: copy them.',
    cli: 'aws s3tables put-table-bucket-encryption --table-bucket-arn {arn} --encryption-configuration sseAlgorithm=aws:kms,kmsKeyArn=KEY_ARN',
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-kms-encryption.html'],
});
