import { resource } from '../../inventory/resource.ts';
import { shell } from '../../text/shell.ts';
import { s3tables } from './service.ts';
import { bucketNarrows, bucketPolicyOf, tableBucketsOf } from './table-bucket.ts';

/** A table in a table bucket. */
export const s3Table = resource(s3tables, 'AWS::S3Tables::Table', {
  calls: ['ListTableBuckets', 'ListTables'],
  often: { ListTables: 'per AWS::S3Tables::TableBucket' },
  narrows: {
    ListTableBuckets: bucketNarrows,
    ListTables: { namespace: 'unless given', prefix: 'unless given' },
  },
  async *list(api) {
    for (const { arn: bucket, id: bucketName } of await tableBucketsOf(api))
      for await (const { tables = [] } of api.pages('ListTables', { tableBucketARN: bucket, maxTables: 1000 }))
        for (const { tableARN: arn, name, namespace } of tables)
          if (arn !== undefined && name !== undefined && namespace !== undefined)
            yield {
              id: `${bucketName}/${namespace.join('.')}/${name}`,
              arn,
              bucket,
              namespace: namespace.join('.'),
              table: name,
            };
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-resource-based-policies.html'],
}).facets((facet) => ({
  /** The text of its policy. AWS says NotFoundException of a table without one. */
  policy: facet.call('GetTablePolicy', {
    absentOn: ['NotFoundException'],
    input: ({ bucket, namespace, table }) => ({ tableBucketARN: bucket, namespace, name: table }),
    keep: ({ resourcePolicy }) => resourcePolicy,
  }),
  /** The text of its bucket's policy. */
  bucketPolicy: facet({
    calls: ['GetTableBucketPolicy'],
    often: { GetTableBucketPolicy: 'per AWS::S3Tables::TableBucket' },
    absentOn: ['NotFoundException'],
    read: (api, { bucket }) => bucketPolicyOf(api, bucket),
  }),
}));

interface Named {
  readonly bucket: string;
  readonly namespace: string;
  readonly table: string;
}

export const s3TablePolicy = {
  kind: 'generic',
  at: 'policy',
  // Both are evaluated: https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-resource-based-policies.html
  also: 'bucketPolicy',
  action: 's3tables:GetTableData',
  put: ({ bucket, namespace, table }: Named, policy: string | undefined): string => {
    const named = shell`--table-bucket-arn ${bucket} --namespace ${namespace} --name ${table}`;
    return policy === undefined
      ? `aws s3tables delete-table-policy ${named}`
      : `aws s3tables put-table-policy ${named} ${shell`--resource-policy ${policy}`}`;
  },
} as const;
