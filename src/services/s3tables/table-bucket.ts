import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { shell } from '../../text/shell.ts';
import { s3tables } from './service.ts';

type Sdk = typeof import('@aws-sdk/client-s3tables');

/** The text of a table bucket's policy, which counts for its tables too: asked once for all who show it. */
export const bucketPolicyOf = (api: Api<Sdk, 'GetTableBucketPolicy'>, arn: string): Promise<string | undefined> =>
  api.shared(`policy of ${arn}`, async (api) => {
    const { resourcePolicy } = await api.call('GetTableBucketPolicy', { tableBucketARN: arn });
    return resourcePolicy;
  });

/** The table buckets of a region, listed once for their own type and that of the tables in them. */
export const tableBucketsOf = (api: Api<Sdk, 'ListTableBuckets'>) =>
  api.shared('table buckets', async (api) => {
    const found = [];
    for await (const { tableBuckets = [] } of api.pages('ListTableBuckets', { maxBuckets: 1000 }))
      for (const { arn, name, type } of tableBuckets)
        if (arn !== undefined && name !== undefined) found.push({ id: name, arn, type });
    return found;
  });

export const bucketNarrows = { prefix: 'unless given', type: 'unless given' } as const;

/** A bucket of tables, of the account's own or made for it by an AWS service (`type` is then `aws`). */
export const tableBucket = resource(s3tables, 'AWS::S3Tables::TableBucket', {
  calls: ['ListTableBuckets'],
  narrows: { ListTableBuckets: bucketNarrows },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-buckets.html'],
  async *list(api) {
    yield* await tableBucketsOf(api);
  },
}).facets((facet) => ({
  /** What encrypts tables for which nothing else is said; absent: nobody set it, and it is a key of S3. */
  encryption: facet.call('GetTableBucketEncryption', {
    absentOn: ['NotFoundException'],
    input: ({ arn }) => ({ tableBucketARN: arn }),
    keep: ({ encryptionConfiguration }) => ({
      algorithm: encryptionConfiguration?.sseAlgorithm,
      key: encryptionConfiguration?.kmsKeyArn,
    }),
  }),
  /** The text of its policy. AWS says NotFoundException of a bucket without one. */
  policy: facet({
    calls: ['GetTableBucketPolicy'],
    absentOn: ['NotFoundException'],
    read: (api, { arn }) => bucketPolicyOf(api, arn),
  }),
}));

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-kms-encryption.html */
export const tableBucketEncryption = {
  at: 'encryption.algorithm',
  is: { 'aws:kms': 'kms', AES256: 'aws' },
  // All are encrypted with keys of S3 unless somebody set another.
  unsaid: 'aws',
  key: 'encryption.key',
  what: 'its tables',
} as const;

export const tableBucketPolicy = {
  kind: 'generic',
  at: 'policy',
  action: 's3tables:GetTableData',
  put: ({ arn }: { readonly arn: string }, policy: string | undefined): string =>
    policy === undefined
      ? shell`aws s3tables delete-table-bucket-policy --table-bucket-arn ${arn}`
      : shell`aws s3tables put-table-bucket-policy --table-bucket-arn ${arn} --resource-policy ${policy}`,
} as const;
