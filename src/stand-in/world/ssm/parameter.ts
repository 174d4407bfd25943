import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, keyArn, otherAccount, plantedSecret, policy } from '../../facts.ts';

const values: Readonly<Record<string, string>> = { '/shop/db-password': plantedSecret, '/shop/table': 'orders' };

export default answers(
  'ssm',
  {
    DescribeParameters: here({
      Parameters: [...Object.keys(values), '/shop/token'].map((Name) => ({
        Name,
        ARN: arnOf('ssm', `parameter${Name}`),
        LastModifiedDate: daysAgo(Name === '/shop/token' ? 500 : 40),
        Type: Name === '/shop/token' ? 'SecureString' : 'String',
        Tier: Name === '/shop/token' ? 'Advanced' : 'Standard',
        ...(Name === '/shop/token' ? { KeyId: keyArn } : {}),
      })),
    }),
    GetParameters: ({ input }) => ({
      Parameters: ((input['Names'] as string[] | undefined) ?? []).map((Name) => ({
        Name,
        Type: 'String',
        Value: values[Name] ?? '',
        Version: 1,
        DataType: 'text',
      })),
      InvalidParameters: [],
    }),
    GetResourcePolicies: {
      Policies: [
        {
          PolicyId: 'shop',
          PolicyHash: 'a1',
          Policy: policy({
            Effect: 'Allow',
            Principal: { AWS: otherAccount },
            Action: ['ssm:GetParameter', 'ssm:GetParameters'],
            Resource: arnOf('ssm', 'parameter/shop/token'),
          }),
        },
      ],
    },
    ListTagsForResource: { TagList: [] },
  },
  { 'AWS::SSM::Parameter': '/shop/table' },
);
