import { answers, here } from '../../answers.ts';
import { arnOf, keyArn, otherAccount, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

/** One that is as it should be, and one that has nothing and whose policy lets everybody read. */
export default answers(
  'dynamodb',
  {
    ListTables: here({ TableNames: ['carts', 'orders'] }),
    DescribeTable: ({ input }) => {
      const name = String(input['TableName']);
      const good = name === 'orders';
      return {
        Table: {
          TableName: name,
          TableArn: arnOf('dynamodb', `table/${name}`),
          TableStatus: 'ACTIVE',
          DeletionProtectionEnabled: good,
          ...(good ? { SSEDescription: { Status: 'ENABLED', SSEType: 'KMS', KMSMasterKeyArn: keyArn } } : {}),
        },
      };
    },
    DescribeContinuousBackups: ({ input }) => ({
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription:
          input['TableName'] === 'orders'
            ? { PointInTimeRecoveryStatus: 'ENABLED', RecoveryPeriodInDays: 35 }
            : { PointInTimeRecoveryStatus: 'DISABLED' },
      },
    }),
    GetResourcePolicy: ({ input }) => {
      const arn = String(input['ResourceArn']);
      if (arn.endsWith('/orders')) return fails({ code: 'PolicyNotFoundException', status: 400 });
      const allow = (Sid: string, AWS: string, Action: string) => ({
        Sid,
        Effect: 'Allow',
        Principal: { AWS },
        Action,
        Resource: arn,
      });
      return {
        Policy: policy(
          allow('anybody', '*', 'dynamodb:GetItem'),
          allow('partner', `arn:aws:iam::${otherAccount}:root`, 'dynamodb:Query'),
        ),
        RevisionId: '1',
      };
    },
    ListTagsOfResource: ({ input }) => ({
      Tags: String(input['ResourceArn']).endsWith('/orders') ? [{ Key: 'backup', Value: 'daily' }] : [],
    }),
  },
  { 'AWS::DynamoDB::Table': 'orders' },
);
