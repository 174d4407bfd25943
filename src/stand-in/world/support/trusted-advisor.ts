import { answers } from '../../answers.ts';
import { daysAgo } from '../../facts.ts';

const checks = [
  {
    id: 'HCP4007jGY',
    name: 'Security Groups - Specific Ports Unrestricted',
    category: 'security',
    status: 'error',
    flagged: 2,
    suppressed: 1,
  },
  {
    id: 'Pfx0RwqBli',
    name: 'Amazon S3 Bucket Permissions',
    category: 'security',
    status: 'ok',
    flagged: 0,
    suppressed: 0,
  },
  {
    id: 'Qch7DwouX1',
    name: 'Low Utilization Amazon EC2 Instances',
    category: 'cost_optimizing',
    status: 'warning',
    flagged: 1,
    suppressed: 0,
  },
  {
    id: 'L4dfs2Q4C5',
    name: 'AWS Lambda Functions Using Deprecated Runtimes',
    category: 'security',
    status: 'ok',
    flagged: 0,
    suppressed: 0,
  },
  {
    id: 'lN7RR0l7J9',
    name: 'VPC',
    category: 'service_limits',
    status: 'ok',
    flagged: 0,
    suppressed: 0,
  },
] as const;

/** One check is red, and somebody took a resource out of it. */
export default answers('support', {
  DescribeTrustedAdvisorChecks: {
    checks: checks.map(({ id, name, category }) => ({
      id,
      name,
      category,
      description: name,
      metadata:
        id === 'HCP4007jGY'
          ? ['Region', 'Security Group Name', 'Security Group ID', 'Status', 'Port', 'Reason']
          : ['Region', 'Resource'],
    })),
  },
  DescribeTrustedAdvisorCheckSummaries: ({ input }) => ({
    summaries: checks
      .filter(({ id }) => (input['checkIds'] as readonly string[]).includes(id))
      .map(({ id, status, flagged, suppressed }) => ({
        checkId: id,
        timestamp: daysAgo(1).toISOString(),
        status,
        hasFlaggedResources: flagged > 0,
        resourcesSummary: {
          resourcesProcessed: 5,
          resourcesFlagged: flagged,
          resourcesIgnored: 0,
          resourcesSuppressed: suppressed,
        },
        categorySpecificSummary: {},
      })),
  }),
});
