import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo } from '../../facts.ts';

export default answers('codeartifact', {
  ListRepositories: here({
    repositories: [
      {
        name: 'shared',
        domainName: 'software',
        domainOwner: account,
        administratorAccount: account,
        arn: arnOf('codeartifact', 'repository/software/shared'),
        createdTime: daysAgo(300),
      },
    ],
  }),
  ListPackages: {
    packages: [
      {
        format: 'npm',
        namespace: 'acme',
        package: 'billing',
        originConfiguration: { restrictions: { publish: 'ALLOW', upstream: 'BLOCK' } },
      },
      {
        format: 'pypi',
        package: 'acme-tools',
        originConfiguration: { restrictions: { publish: 'ALLOW', upstream: 'ALLOW' } },
      },
    ],
  },
});
