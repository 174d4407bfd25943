import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo, idIn, keyArn } from '../../facts.ts';

const vpc = idIn('us-east-1', 'vpc');
const group = {
  DBSubnetGroupName: 'data',
  VpcId: vpc,
  Subnets: [{ SubnetIdentifier: idIn('us-east-1', 'subnet') }],
};
const instance = (name: string, Engine: string, more: object) => ({
  DBInstanceIdentifier: name,
  DBInstanceArn: arnOf('rds', `db:${name}`),
  Engine,
  DBInstanceStatus: 'available',
  Endpoint: { Address: `${name}.example.us-east-1.rds.amazonaws.com`, Port: 5432 },
  DBSubnetGroup: group,
  VpcSecurityGroups: [{ VpcSecurityGroupId: idIn('us-east-1', 'sg'), Status: 'active' }],
  DBParameterGroups: [{ DBParameterGroupName: name, ParameterApplyStatus: 'in-sync' }],
  ...more,
});
/** What an instance of its own and a cluster have alike. */
const kept = (good: boolean) => ({
  BackupRetentionPeriod: good ? 14 : 0,
  DeletionProtection: good,
  EnabledCloudwatchLogsExports: good ? ['postgresql', 'upgrade'] : [],
  MasterUsername: good ? 'orders_owner' : 'admin',
  CopyTagsToSnapshot: good,
});
const flags = (good: boolean) => ({
  ...kept(good),
  StorageEncrypted: good,
  ...(good ? { KmsKeyId: keyArn } : {}),
  TagList: good ? [{ Key: 'backup', Value: 'daily' }] : [],
  MultiAZ: good,
  IAMDatabaseAuthenticationEnabled: good,
});
const more = (good: boolean) => ({
  AutoMinorVersionUpgrade: good,
  PubliclyAccessible: !good,
  InstanceCreateTime: daysAgo(300),
  PerformanceInsightsEnabled: true,
  ...(good ? { PerformanceInsightsKMSKeyId: keyArn } : {}),
  CACertificateIdentifier: good ? 'rds-ca-rsa2048-g1' : 'rds-ca-2019',
});
const cluster = (name: string, Engine: string, good: boolean) => ({
  DBClusterIdentifier: name,
  DBClusterArn: arnOf('rds', `cluster:${name}`),
  Engine,
  EngineMode: 'provisioned',
  Status: 'available',
  DBClusterParameterGroup: name,
  DBClusterMembers: [
    { DBInstanceIdentifier: `${name}-1`, IsClusterWriter: true, DBClusterParameterGroupStatus: 'in-sync' },
  ],
  ...flags(good),
  AutoMinorVersionUpgrade: good,
});
const snapshot = (name: string, encrypted: boolean) => ({
  DBSnapshotIdentifier: name,
  DBSnapshotArn: arnOf('rds', `snapshot:${name}`),
  Engine: 'postgres',
  SnapshotType: 'manual',
  Status: 'available',
  Encrypted: encrypted,
});
const clusterSnapshot = (name: string, Engine: string, SnapshotType = 'manual') => ({
  DBClusterSnapshotIdentifier: name,
  DBClusterSnapshotArn: arnOf('rds', `cluster-snapshot:${name}`),
  Engine,
  SnapshotType,
  Status: 'available',
  StorageEncrypted: true,
  KmsKeyId: keyArn,
});
/** By the names of snapshots: `open…` are everybody's. */
const sharing = (name: string) => [
  { AttributeName: 'restore', AttributeValues: name.startsWith('open') ? ['all'] : [] },
];
/** Groups are called as what they belong to: some ask for no TLS, and log nothing. */
const parameters = (group: string) => {
  const good = !['legacy', 'drafts', 'friends'].includes(group);
  const switches = ['rds.force_ssl', 'require_secure_transport', 'neptune_enable_audit_log'].map(
    (name) => [name, good ? '1' : '0'] as const,
  );
  const words = ['tls', 'audit_logs', 'profiler'].map((name) => [name, good ? 'enabled' : 'disabled'] as const);
  return [...switches, ...words].map(([ParameterName, ParameterValue]) => ({
    ParameterName,
    ParameterValue,
    Source: 'user',
  }));
};
/** Of DocumentDB and Neptune: their own settings are the cluster's. */
const member = (name: string, Engine: string, good: boolean) =>
  instance(`${name}-1`, Engine, {
    ...flags(good),
    ...more(good),
    Endpoint: { Address: `${name}-1.example.us-east-1.rds.amazonaws.com`, Port: Engine === 'neptune' ? 8182 : 27_017 },
    DBClusterIdentifier: name,
  });
const other = (name: string, Engine: string, good: boolean, log: readonly string[]) => ({
  ...cluster(name, Engine, good),
  EnabledCloudwatchLogsExports: good ? log : [],
  DBSubnetGroup: good ? 'data' : 'open',
});

/** Databases of RDS, Aurora, DocumentDB and Neptune, which all answer by this API. */
export default answers(
  'rds',
  {
    DescribeDBInstances: here({
      DBInstances: [
        instance('orders', 'postgres', { ...flags(true), ...more(true) }),
        instance('legacy', 'mysql', { ...flags(false), ...more(false) }),
        instance('ledger-1', 'aurora-postgresql', { ...flags(true), ...more(true), DBClusterIdentifier: 'ledger' }),
        member('papers', 'docdb', true),
        member('drafts', 'docdb', false),
        member('graph', 'neptune', true),
        member('friends', 'neptune', false),
      ],
    }),
    DescribeCertificates: here({
      Certificates: [
        { CertificateIdentifier: 'rds-ca-rsa2048-g1', CertificateType: 'CA', ValidTill: daysAgo(-12_500) },
        { CertificateIdentifier: 'rds-ca-2019', CertificateType: 'CA', ValidTill: daysAgo(20) },
      ],
    }),
    DescribeDBClusters: here({
      DBClusters: [
        cluster('ledger', 'aurora-postgresql', true),
        cluster('reports', 'aurora-mysql', false),
        other('papers', 'docdb', true, ['audit', 'profiler']),
        other('drafts', 'docdb', false, []),
        other('graph', 'neptune', true, ['audit']),
        other('friends', 'neptune', false, []),
      ],
    }),
    DescribeDBParameters: ({ input }) => ({
      Parameters: parameters(String(input['DBParameterGroupName'])),
    }),
    DescribeDBClusterParameters: ({ input }) => ({
      Parameters: parameters(String(input['DBClusterParameterGroupName'])),
    }),
    DescribeDBSubnetGroups: here({ DBSubnetGroups: [group, { ...group, DBSubnetGroupName: 'open' }] }),
    DescribeDBSnapshots: here({ DBSnapshots: [snapshot('before-move', true), snapshot('open-old', false)] }),
    DescribeDBSnapshotAttributes: ({ input }) => {
      const name = String(input['DBSnapshotIdentifier']);
      return {
        DBSnapshotAttributesResult: { DBSnapshotIdentifier: name, DBSnapshotAttributes: sharing(name) },
      };
    },
    DescribeDBClusterSnapshots: here({
      DBClusterSnapshots: [
        clusterSnapshot('ledger-year', 'aurora-postgresql'),
        clusterSnapshot('rds:ledger-today', 'aurora-postgresql', 'automated'),
        clusterSnapshot('papers-year', 'docdb'),
        clusterSnapshot('open-papers', 'docdb'),
        clusterSnapshot('graph-year', 'neptune'),
        { ...clusterSnapshot('open-graph', 'neptune'), StorageEncrypted: false, KmsKeyId: undefined },
      ],
    }),
    DescribeDBClusterSnapshotAttributes: ({ input }) => {
      const name = String(input['DBClusterSnapshotIdentifier']);
      return {
        DBClusterSnapshotAttributesResult: {
          DBClusterSnapshotIdentifier: name,
          DBClusterSnapshotAttributes: sharing(name),
        },
      };
    },
    DescribeDBProxies: here({
      DBProxies: ['orders', 'legacy'].map((name) => ({
        DBProxyName: name,
        DBProxyArn: arnOf('rds', `db-proxy:prx-${name}`),
        Status: 'available',
        EngineFamily: 'POSTGRESQL',
        RequireTLS: name === 'orders',
      })),
    }),
    DescribeGlobalClusters: here({
      GlobalClusters: ['world', 'olden'].map((name) => ({
        GlobalClusterIdentifier: name,
        GlobalClusterArn: `arn:aws:rds::${account}:global-cluster:${name}`,
        Status: 'available',
        Engine: 'aurora-postgresql',
        EngineVersion: name === 'world' ? '16.6' : '12.9',
        GlobalClusterMembers: [{ DBClusterArn: arnOf('rds', `cluster:${name}`), IsWriter: true }],
      })),
    }),
    DescribeDBEngineVersions: ({ input }) => ({
      DBEngineVersions: [
        {
          Engine: String(input['Engine']),
          EngineVersion: String(input['EngineVersion']),
          Status: input['EngineVersion'] === '16.6' ? 'available' : 'deprecated',
        },
      ],
    }),
  },
  {
    'AWS::RDS::DBInstance': 'orders',
    'AWS::RDS::DBCluster': 'ledger',
    'AWS::DocDB::DBCluster': 'papers',
    'AWS::DocDB::DBInstance': 'papers-1',
    'AWS::Neptune::DBCluster': 'graph',
    'AWS::Neptune::DBInstance': 'graph-1',
    'AWS::RDS::DBSnapshot': 'before-move',
    'AWS::DocDB::DBClusterSnapshot': 'papers-year',
    'AWS::Neptune::DBClusterSnapshot': 'graph-year',
    'AWS::RDS::DBProxy': 'orders',
    'AWS::RDS::GlobalCluster': 'world',
  },
);
