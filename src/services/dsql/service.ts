import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonauroradsql.html */
export const dsql = service<typeof import('@aws-sdk/client-dsql')>({
  id: 'dsql',
  sdkId: 'DSQL',
  // What it always sends, as its model requires: https://docs.aws.amazon.com/aurora-dsql/latest/APIReference/API_ClusterSummary.html
  sends: {
    ClusterSummary: ['identifier', 'arn'],
    GetClusterPolicyOutput: ['policy'],
    ListClustersOutput: ['clusters'],
  },
  load: () => import('./sdk.ts'),
});
