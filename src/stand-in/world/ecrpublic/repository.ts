import { answers } from '../../answers.ts';
import { account, daysAgo } from '../../facts.ts';

export default answers('ecr-public', {
  DescribeRepositories: {
    repositories: [
      {
        repositoryArn: `arn:aws:ecr-public::${account}:repository/tools`,
        registryId: account,
        repositoryName: 'tools',
        repositoryUri: 'public.ecr.aws/a1b2c3d4/tools',
        createdAt: daysAgo(200),
      },
    ],
  },
});
