import { answers } from '../../answers.ts';
import { daysAgo } from '../../facts.ts';

export default answers('support', {
  DescribeTrustedAdvisorCheckResult: {
    result: {
      checkId: '12Fnkpl8Y5',
      timestamp: daysAgo(1).toISOString(),
      status: 'ok',
      resourcesSummary: { resourcesProcessed: 1, resourcesFlagged: 0, resourcesIgnored: 0, resourcesSuppressed: 0 },
      categorySpecificSummary: {},
      flaggedResources: [],
    },
  },
});
