import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo, keyArn, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

const arn = (name: string): string => arnOf('s3tables', `bucket/${name}`);
const bucket = (name: string) => ({
  arn: arn(name),
  name,
  ownerAccountId: account,
  createdAt: daysAgo(60),
  type: 'customer' as const,
});
const table = (bucketName: string, end: number, name: string) => ({
  namespace: ['sales'],
  name,
  type: 'customer' as const,
  tableARN: `${arn(bucketName)}/table/00000000-0000-4000-8000-0000000000${end}`,
  createdAt: daysAgo(50),
  modifiedAt: daysAgo(1),
});

/** One whose tables a partner's account reads, with a key of its own, and one of which a table is for everybody. */
export default answers(
  's3tables',
  {
    ListTableBuckets: here({ tableBuckets: [bucket('ledger'), bucket('trial')] }),
    ListTables: ({ input }) => ({
      tables:
        input['tableBucketARN'] === arn('ledger') ? [table('ledger', 11, 'orders')] : [table('trial', 12, 'clicks')],
    }),
    GetTableBucketEncryption: ({ input }) => ({
      encryptionConfiguration:
        input['tableBucketARN'] === arn('ledger')
          ? { sseAlgorithm: 'aws:kms', kmsKeyArn: keyArn }
          : { sseAlgorithm: 'AES256' },
    }),
    GetTableBucketPolicy: ({ input }) =>
      input['tableBucketARN'] === arn('ledger')
        ? {
            resourcePolicy: policy({
              Effect: 'Allow',
              Principal: { AWS: `arn:aws:iam::${account}:root` },
              Action: 's3tables:*',
              Resource: `${arn('ledger')}/*`,
            }),
          }
        : fails({ code: 'NotFoundException', status: 404 }),
    GetTablePolicy: ({ input }) =>
      input['name'] === 'clicks'
        ? {
            resourcePolicy: policy({
              Effect: 'Allow',
              Principal: '*',
              Action: ['s3tables:GetTableData', 's3tables:GetTableMetadataLocation'],
              Resource: `${arn('trial')}/table/*`,
            }),
          }
        : fails({ code: 'NotFoundException', status: 404 }),
  },
  { 'AWS::S3Tables::TableBucket': 'ledger', 'AWS::S3Tables::Table': 'ledger/sales/orders' },
);
