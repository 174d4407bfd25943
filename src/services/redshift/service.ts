import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonredshift.html */
export const redshift = service<typeof import('@aws-sdk/client-redshift')>({
  id: 'redshift',
  sdkId: 'Redshift',
  // What it always sends: https://docs.aws.amazon.com/redshift/latest/APIReference/API_DescribeClusters.html and its neighbours
  sends: {
    Cluster: ['ClusterIdentifier', 'ClusterStatus'],
    ClusterParameterGroupDetails: ['Parameters'],
    ClusterParameterGroupStatus: ['ParameterGroupName'],
    ClusterParameterStatus: ['ParameterName'],
    ClusterSubnetGroup: ['ClusterSubnetGroupName'],
    ClusterSubnetGroupMessage: ['ClusterSubnetGroups'],
    ClustersMessage: ['Clusters'],
    Parameter: ['ParameterName'],
    Subnet: ['SubnetIdentifier'],
    VpcSecurityGroupMembership: ['VpcSecurityGroupId'],
  },
  load: () => import('./sdk.ts'),
});
