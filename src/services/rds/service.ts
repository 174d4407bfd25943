import { service } from '../../aws/service.ts';

/**
 * RDS and Aurora; DocumentDB and Neptune answer by the same API
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html).
 */
export const rds = service<typeof import('@aws-sdk/client-rds')>({
  id: 'rds',
  sdkId: 'RDS',
  // What it always sends: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html and its neighbours
  sends: {
    // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeAccountAttributes.html
    AccountAttributesMessage: ['AccountQuotas'],
    AccountQuota: ['AccountQuotaName'],
    // A volume is known by its name: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AdditionalStorageVolume.html
    AdditionalStorageVolume: ['VolumeName'],
    AdditionalStorageVolumeOutput: ['VolumeName'],
    Certificate: ['CertificateIdentifier'],
    CertificateMessage: ['Certificates'],
    DBCluster: ['DBClusterIdentifier', 'DBClusterArn', 'Engine'],
    DBClusterMember: ['DBInstanceIdentifier'],
    DBClusterParameterGroupDetails: ['Parameters'],
    DBClusterSnapshot: ['DBClusterSnapshotIdentifier', 'DBClusterSnapshotArn', 'Engine', 'SnapshotType'],
    DBClusterSnapshotMessage: ['DBClusterSnapshots'],
    DBClusterMessage: ['DBClusters'],
    DBClusterSnapshotAttribute: ['AttributeName', 'AttributeValues'],
    DBClusterSnapshotAttributesResult: ['DBClusterSnapshotAttributes'],
    DBEngineVersion: ['Engine', 'EngineVersion'],
    DBEngineVersionMessage: ['DBEngineVersions'],
    DBInstance: ['DBInstanceIdentifier', 'DBInstanceArn', 'Engine'],
    DBInstanceMessage: ['DBInstances'],
    DBParameterGroupDetails: ['Parameters'],
    DBParameterGroupStatus: ['DBParameterGroupName'],
    DBProxy: ['DBProxyName', 'DBProxyArn'],
    DBSubnetGroup: ['DBSubnetGroupName'],
    DBSubnetGroupMessage: ['DBSubnetGroups'],
    DBSnapshot: ['DBSnapshotIdentifier', 'DBSnapshotArn', 'Engine', 'SnapshotType'],
    DBSnapshotMessage: ['DBSnapshots'],
    DBSnapshotAttribute: ['AttributeName', 'AttributeValues'],
    DBSnapshotAttributesResult: ['DBSnapshotAttributes'],
    DescribeDBProxiesResponse: ['DBProxies'],
    GlobalCluster: ['GlobalClusterIdentifier', 'GlobalClusterArn', 'Engine'],
    GlobalClusterMember: ['DBClusterArn'],
    GlobalClustersMessage: ['GlobalClusters'],
    Parameter: ['ParameterName'],
    Subnet: ['SubnetIdentifier'],
  },
  load: () => import('./sdk.ts'),
});
