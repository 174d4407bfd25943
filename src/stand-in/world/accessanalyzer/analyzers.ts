import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo } from '../../facts.ts';

export default answers('accessanalyzer', {
  ListAnalyzers: here({
    analyzers: [
      {
        arn: arnOf('access-analyzer', 'analyzer/a'),
        name: 'a',
        type: 'ACCOUNT',
        createdAt: daysAgo(9),
        status: 'ACTIVE',
      },
      {
        arn: arnOf('access-analyzer', 'analyzer/b'),
        name: 'b',
        type: 'ACCOUNT_INTERNAL_ACCESS',
        createdAt: daysAgo(9),
        status: 'ACTIVE',
      },
    ],
  }),
  ListFindings: here({
    findings: [
      {
        id: '0a1b2c3d-0000-4000-8000-000000000001',
        resource: 'arn:aws:s3:::acme-shared',
        resourceType: 'AWS::S3::Bucket',
        resourceOwnerAccount: account,
        isPublic: true,
        condition: {},
        status: 'ACTIVE',
        createdAt: daysAgo(9),
        analyzedAt: daysAgo(1),
        updatedAt: daysAgo(9),
      },
    ],
  }),
});
