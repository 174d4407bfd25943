import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, keyArn, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

const cluster = (ClusterName: string, more: object) => ({
  ClusterArn: arnOf('kafka', `cluster/${ClusterName}/2f7a1c0e-5f0e-4a53-9c8b-6d2e1b0a9f11-2`),
  ClusterName,
  CreationTime: daysAgo(200),
  State: 'ACTIVE',
  ...more,
});
const brokers = (ClusterName: string, good: boolean) =>
  cluster(ClusterName, {
    ClusterType: 'PROVISIONED',
    CurrentVersion: 'K3AEGXETSR30VB',
    Provisioned: {
      BrokerNodeGroupInfo: {
        BrokerAZDistribution: 'DEFAULT',
        ClientSubnets: ['subnet-a1', 'subnet-a2'],
        InstanceType: 'kafka.m7g.large',
        SecurityGroups: ['sg-a1'],
        ConnectivityInfo: { PublicAccess: { Type: good ? 'DISABLED' : 'SERVICE_PROVIDED_EIPS' } },
      },
      ClientAuthentication: { Sasl: { Iam: { Enabled: good } }, Unauthenticated: { Enabled: !good } },
      EncryptionInfo: {
        EncryptionAtRest: { DataVolumeKMSKeyId: keyArn },
        EncryptionInTransit: { ClientBroker: good ? 'TLS' : 'TLS_PLAINTEXT', InCluster: true },
      },
      EnhancedMonitoring: good ? 'PER_TOPIC_PER_BROKER' : 'DEFAULT',
      LoggingInfo: { BrokerLogs: { CloudWatchLogs: { Enabled: good, ...(good ? { LogGroup: '/msk/orders' } : {}) } } },
      NumberOfBrokerNodes: 2,
    },
  });

/** `orders` is as it should be, `telemetry` open in every way, `events` has no brokers of its own. */
export default answers(
  'kafka',
  {
    ListClustersV2: here({
      ClusterInfoList: [
        brokers('orders', true),
        brokers('telemetry', false),
        cluster('events', {
          ClusterType: 'SERVERLESS',
          Serverless: { VpcConfigs: [{ SubnetIds: ['subnet-a1', 'subnet-a2'], SecurityGroupIds: ['sg-a1'] }] },
        }),
      ],
    }),
    GetClusterPolicy: ({ path }) =>
      path.includes('telemetry')
        ? {
            CurrentVersion: 'K1PA6795UKM0IU',
            Policy: policy({ Effect: 'Allow', Principal: '*', Action: 'kafka:CreateVpcConnection', Resource: '*' }),
          }
        : fails({ code: 'NotFoundException', status: 404 }),
  },
  { 'AWS::MSK::Cluster': 'orders' },
);
