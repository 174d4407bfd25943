import { listed } from '../../inventory/listed.ts';
import { shell } from '../../text/shell.ts';
import { s3vectors } from './service.ts';

/** A bucket of vector indexes. */
export const vectorBucket = listed(s3vectors, 'AWS::S3Vectors::VectorBucket', 'ListVectorBuckets', {
  at: 'vectorBuckets',
  input: { maxResults: 500 },
  narrows: { prefix: 'unless given' },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-access-management.html'],
  id: ({ vectorBucketName }) => vectorBucketName,
  keep: { arn: 'vectorBucketArn' },
}).facets((facet) => ({
  /** The text of its policy. AWS says NotFoundException of a bucket without one. */
  policy: facet.call('GetVectorBucketPolicy', {
    absentOn: ['NotFoundException'],
    input: ({ id }) => ({ vectorBucketName: id }),
    keep: ({ policy }) => policy,
  }),
}));

export const vectorBucketPolicy = {
  kind: 'generic',
  signed: true,
  at: 'policy',
  action: 's3vectors:QueryVectors',
  put: ({ id }: { readonly id: string }, policy: string | undefined): string =>
    policy === undefined
      ? shell`aws s3vectors delete-vector-bucket-policy --vector-bucket-name ${id}`
      : shell`aws s3vectors put-vector-bucket-policy --vector-bucket-name ${id} --policy ${policy}`,
} as const;
