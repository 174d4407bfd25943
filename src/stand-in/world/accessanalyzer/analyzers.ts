import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

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
});
