import { answers, here } from '../../answers.ts';
import { arnOf, idIn, keyArn, mainRegion } from '../../facts.ts';

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
    const [name = '', engine, , good = false] = brokers.find(([name]) => path.includes(id(name))) ?? [];
    return {
      PubliclyAccessible: !good,
      // Public brokers of RabbitMQ are in no subnet of the account.
      ...(good || engine === 'ACTIVEMQ'
        ? { SubnetIds: [idIn(mainRegion, 'subnet')], SecurityGroups: [idIn(mainRegion, 'sg')] }
        : { SubnetIds: [], SecurityGroups: [] }),
      BrokerInstances: [
        engine === 'ACTIVEMQ'
          ? {
              ConsoleURL: `https://${id(name)}-1.mq.${mainRegion}.amazonaws.com:8162`,
              Endpoints: [`ssl://${id(name)}-1.mq.${mainRegion}.amazonaws.com:61617`],
            }
          : {
              ConsoleURL: `https://${id(name)}.mq.${mainRegion}.amazonaws.com`,
              Endpoints: [`amqps://${id(name)}.mq.${mainRegion}.amazonaws.com:5671`],
            },
      ],
      AutoMinorVersionUpgrade: good,
      EncryptionOptions: good ? { UseAwsOwnedKey: false, KmsKeyId: keyArn } : { UseAwsOwnedKey: true },
      Logs: { General: good, GeneralLogGroup: '/aws/amazonmq/broker/general', Audit: good },
    };
  },
});
