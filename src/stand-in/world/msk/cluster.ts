import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, keyArn } from '../../facts.ts';

const cluster = (ClusterName: string, more: object) => ({
  ClusterArn: arnOf('kafka', `cluster/${ClusterName}/2f7a1c0e-5f0e-4a53-9c8b-6d2e1b0a9f11-2`),
  ClusterName,
  CreationTime: daysAgo(200),
  State: 'ACTIVE',
  ...more,
});
const brokers = (ClusterName: string, Type: string) =>
  cluster(ClusterName, {
    ClusterType: 'PROVISIONED',
    CurrentVersion: 'K3AEGXETSR30VB',
    Provisioned: {
      BrokerNodeGroupInfo: {
        BrokerAZDistribution: 'DEFAULT',
        ClientSubnets: ['subnet-a1', 'subnet-a2'],
        InstanceType: 'kafka.m7g.large',
        SecurityGroups: ['sg-a1'],
        ConnectivityInfo: { PublicAccess: { Type } },
      },
      EncryptionInfo: { EncryptionAtRest: { DataVolumeKMSKeyId: keyArn } },
      NumberOfBrokerNodes: 2,
    },
  });

/** `orders` is private, `telemetry` has brokers on the internet, `events` has none of its own. */
export default answers(
  'kafka',
  {
    ListClustersV2: here({
      ClusterInfoList: [
        brokers('orders', 'DISABLED'),
        brokers('telemetry', 'SERVICE_PROVIDED_EIPS'),
        cluster('events', {
          ClusterType: 'SERVERLESS',
          Serverless: { VpcConfigs: [{ SubnetIds: ['subnet-a1', 'subnet-a2'], SecurityGroupIds: ['sg-a1'] }] },
        }),
      ],
    }),
  },
  { 'AWS::MSK::Cluster': 'orders' },
);
