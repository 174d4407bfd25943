import { answers, here } from '../../answers.ts';
import { idIn, keyArn, mainRegion } from '../../facts.ts';

const group = { ClusterSubnetGroupName: 'data', VpcId: idIn(mainRegion, 'vpc') };
const cluster = (name: string, good: boolean, more: object = {}) => ({
  ClusterIdentifier: name,
  NodeType: 'ra3.large',
  ClusterStatus: 'available',
  Endpoint: { Address: `${name}.example.us-east-1.redshift.amazonaws.com`, Port: 5439 },
  VpcId: group.VpcId,
  ClusterSubnetGroupName: group.ClusterSubnetGroupName,
  VpcSecurityGroups: [{ VpcSecurityGroupId: idIn(mainRegion, 'sg', good ? 2 : 1), Status: 'active' }],
  ClusterParameterGroups: [{ ParameterGroupName: name, ParameterApplyStatus: 'in-sync' }],
  PubliclyAccessible: !good,
  Encrypted: good,
  MasterUsername: good ? 'sales_owner' : 'awsuser',
  DBName: good ? 'sales' : 'dev',
  EnhancedVpcRouting: good,
  AllowVersionUpgrade: good,
  AutomatedSnapshotRetentionPeriod: good ? 14 : 1,
  ...(good ? { KmsKeyId: keyArn } : {}),
  Tags: [],
  ...more,
});

/** One that is kept well, one that is not, and two that use an HSM. */
export default answers(
  'redshift',
  {
    DescribeClusters: here({
      Clusters: [
        cluster('sales', true),
        cluster('old-sales', false),
        cluster('vaulted', true, {
          KmsKeyId: undefined,
          HsmStatus: { HsmClientCertificateIdentifier: 'c', HsmConfigurationIdentifier: 'rack', Status: 'active' },
        }),
        cluster('moving', true, {
          KmsKeyId: undefined,
          HsmStatus: { HsmClientCertificateIdentifier: 'c', HsmConfigurationIdentifier: 'rack', Status: 'applying' },
        }),
      ],
    }),
    // Groups are called as the clusters that have them.
    DescribeClusterParameters: ({ input }) => ({
      Parameters: [
        { ParameterName: 'enable_user_activity_logging', ParameterValue: 'true' },
        {
          ParameterName: 'require_ssl',
          ParameterValue: String(input['ParameterGroupName'] !== 'old-sales'),
          Source: 'user',
        },
      ],
    }),
    DescribeLoggingStatus: ({ input }) =>
      input['ClusterIdentifier'] === 'old-sales'
        ? { LoggingEnabled: false }
        : { LoggingEnabled: true, LogDestinationType: 'cloudwatch', LogExports: ['connectionlog', 'userlog'] },
    DescribeClusterSubnetGroups: here({
      ClusterSubnetGroups: [
        { ...group, Subnets: [{ SubnetIdentifier: idIn(mainRegion, 'subnet'), SubnetStatus: 'Active' }] },
      ],
    }),
  },
  { 'AWS::Redshift::Cluster': 'sales' },
);
