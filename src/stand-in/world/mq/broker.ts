import { answers, here } from '../../answers.ts';
import { arnOf, keyArn } from '../../facts.ts';

const id = (name: string): string => `b-${name}`;
const brokers = [
  ['billing', 'ACTIVEMQ', 'ACTIVE_STANDBY_MULTI_AZ', true],
  ['legacy', 'ACTIVEMQ', 'SINGLE_INSTANCE', false],
  ['mail', 'RABBITMQ', 'CLUSTER_MULTI_AZ', true],
  ['jobs', 'RABBITMQ', 'SINGLE_INSTANCE', false],
] as const;

/** Of each engine one that is private and written down, and one on the internet. */
export default answers('mq', {
  ListBrokers: here({
    BrokerSummaries: brokers.map(([name, EngineType, DeploymentMode]) => ({
      BrokerId: id(name),
      BrokerArn: arnOf('mq', `broker:${name}:${id(name)}`),
      BrokerName: name,
      BrokerState: 'RUNNING',
      DeploymentMode,
      EngineType,
    })),
  }),
  DescribeBroker: ({ path }) => {
    const [, , , good = false] = brokers.find(([name]) => path.includes(id(name))) ?? [];
    return {
      PubliclyAccessible: !good,
      AutoMinorVersionUpgrade: good,
      EncryptionOptions: good ? { UseAwsOwnedKey: false, KmsKeyId: keyArn } : { UseAwsOwnedKey: true },
      Logs: { General: good, GeneralLogGroup: '/aws/amazonmq/broker/general', Audit: good },
    };
  },
});
