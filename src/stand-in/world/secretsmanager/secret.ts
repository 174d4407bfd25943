import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo, otherAccount, policy } from '../../facts.ts';

const arn = (name: string): string => arnOf('secretsmanager', `secret:${name}`);
const current = { 'c6f2b1d0-3a54-4f3e-9d55-0f6b7a1c2d3e': ['AWSCURRENT'] };
const rotated = {
  RotationEnabled: true,
  RotationLambdaARN: arnOf('lambda', 'function:rotate-database'),
  RotationRules: { AutomaticallyAfterDays: 30 },
  LastRotatedDate: daysAgo(12),
  LastChangedDate: daysAgo(12),
  LastAccessedDate: daysAgo(1),
  CreatedDate: daysAgo(300),
  NextRotationDate: daysAgo(-18),
  SecretVersionsToStages: current,
};
/** One of another account, so that no key of the world's has to be known. */
const key = `arn:aws:kms:us-east-1:${otherAccount}:key/6f1d0c2b-9a3e-4b57-8c14-2d7e5f6a9b80`;
const open = arn('partner-api-Qw3rTy');

export default answers('secrets-manager', {
  ListSecrets: here({
    SecretList: [
      { ARN: arn('shop-database-a1B2c3'), Name: 'shop-database', KmsKeyId: key, ...rotated },
      {
        ARN: open,
        Name: 'partner-api',
        LastChangedDate: daysAgo(400),
        CreatedDate: daysAgo(400),
        SecretVersionsToStages: current,
      },
      {
        ARN: arn('billing-database-Zx9Yw8'),
        Name: 'billing-database',
        ...rotated,
        LastRotatedDate: daysAgo(95),
        LastChangedDate: daysAgo(5),
        NextRotationDate: daysAgo(5),
        SecretVersionsToStages: { ...current, '1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809': ['AWSPENDING'] },
      },
    ],
  }),
  DescribeSecret: ({ input }) => {
    const SecretId = String(input['SecretId']);
    return {
      ARN: SecretId,
      Name: /secret:(.*)-\w{6}$/.exec(SecretId)?.[1],
      ...(SecretId.includes('shop-database') ? { ReplicationStatus: [{ Region: 'eu-west-1', Status: 'InSync' }] } : {}),
    };
  },
  GetResourcePolicy: ({ input }) => {
    const [, name] = /secret:(.*)-\w{6}$/.exec(String(input['SecretId'])) ?? [];
    const answer = { ARN: String(input['SecretId']), Name: name };
    if (name === 'partner-api') {
      const Principal = '*';
      return {
        ...answer,
        ResourcePolicy: policy({ Effect: 'Allow', Principal, Action: 'secretsmanager:GetSecretValue', Resource: '*' }),
      };
    }
    if (name !== 'billing-database') return answer;
    const Principal = { AWS: [`arn:aws:iam::${account}:root`, `arn:aws:iam::${otherAccount}:root`] };
    return {
      ...answer,
      ResourcePolicy: policy({ Effect: 'Allow', Principal, Action: 'secretsmanager:GetSecretValue', Resource: '*' }),
    };
  },
});
