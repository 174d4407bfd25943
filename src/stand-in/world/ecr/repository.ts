import { answers, here } from '../../answers.ts';
import { account, arnOf, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

/** `web` is as it should be; `lab` lets everybody in. */
export default answers(
  'ecr',
  {
    DescribeRepositories: here({
      repositories: ['web', 'lab'].map((name) => ({
        registryId: account,
        repositoryName: name,
        repositoryArn: arnOf('ecr', `repository/${name}`),
        repositoryUri: `${account}.dkr.ecr.us-east-1.amazonaws.com/${name}`,
        imageTagMutability: name === 'web' ? 'IMMUTABLE' : 'MUTABLE',
        imageScanningConfiguration: { scanOnPush: name === 'web' },
      })),
    }),
    GetRepositoryPolicy: ({ input: { repositoryName } }) =>
      repositoryName === 'lab'
        ? {
            registryId: account,
            repositoryName,
            policyText: policy({ Sid: 'all', Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }),
          }
        : fails({ code: 'RepositoryPolicyNotFoundException' }),
  },
  { 'AWS::ECR::Repository': 'web' },
);
