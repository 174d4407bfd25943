import { answers, here } from '../../answers.ts';
import { arnOf, plantedSecret } from '../../facts.ts';

const values: Readonly<Record<string, string>> = { '/shop/db-password': plantedSecret, '/shop/table': 'orders' };

export default answers(
  'ssm',
  {
    DescribeParameters: here({
      Parameters: [...Object.keys(values), '/shop/token'].map((Name) => ({
        Name,
        ARN: arnOf('ssm', `parameter${Name}`),
        Type: Name === '/shop/token' ? 'SecureString' : 'String',
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
    ListTagsForResource: { TagList: [] },
  },
  { 'AWS::SSM::Parameter': '/shop/table' },
);
