import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastickubernetesservice.html */
export const eks = service<typeof import('@aws-sdk/client-eks')>({
  id: 'eks',
  sdkId: 'EKS',
  // What it always sends: https://docs.aws.amazon.com/eks/latest/APIReference/API_Cluster.html and its neighbours
  sends: {
    Cluster: ['name', 'arn'],
    ClusterVersionInformation: ['clusterVersion'],
    DescribeClusterResponse: ['cluster'],
    DescribeClusterVersionsResponse: ['clusterVersions'],
    DescribeNodegroupResponse: ['nodegroup'],
    ListClustersResponse: ['clusters'],
    ListNodegroupsResponse: ['nodegroups'],
    Nodegroup: ['nodegroupName', 'nodegroupArn'],
  },
  load: () => import('./sdk.ts'),
});
