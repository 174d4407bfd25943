import { service } from '../../aws/service.ts';

export const emr = service<typeof import('@aws-sdk/client-emr')>({
  id: 'emr',
  sdkId: 'EMR',
  iamPrefix: 'elasticmapreduce',
  // What it always sends: https://docs.aws.amazon.com/emr/latest/APIReference/API_Operations.html
  sends: {
    BlockPublicAccessConfiguration: ['BlockPublicSecurityGroupRules'],
    ClusterSummary: ['Id'],
    Instance: ['Id'],
    DescribeClusterOutput: ['Cluster'],
    GetBlockPublicAccessConfigurationOutput: ['BlockPublicAccessConfiguration'],
    ListClustersOutput: ['Clusters'],
    DescribeSecurityConfigurationOutput: ['SecurityConfiguration'],
    ListSecurityConfigurationsOutput: ['SecurityConfigurations'],
    SecurityConfigurationSummary: ['Name'],
    ListInstancesOutput: ['Instances'],
    PortRange: ['MinRange'],
  },
  load: () => import('./sdk.ts'),
});
