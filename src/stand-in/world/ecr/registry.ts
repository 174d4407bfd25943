import { answers, here } from '../../answers.ts';
import { account, arnOf } from '../../facts.ts';

export default answers('ecr', {
  DescribeRepositories: here({
    repositories: [
      {
        registryId: account,
        repositoryName: 'web',
        repositoryArn: arnOf('ecr', 'repository/web'),
        repositoryUri: `${account}.dkr.ecr.us-east-1.amazonaws.com/web`,
      },
    ],
  }),
  GetRegistryScanningConfiguration: {
    registryId: account,
    scanningConfiguration: {
      scanType: 'BASIC',
      rules: [{ scanFrequency: 'SCAN_ON_PUSH', repositoryFilters: [{ filter: 'web*', filterType: 'WILDCARD' }] }],
    },
  },
});
