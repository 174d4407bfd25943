import type { BrokerInstance } from '@aws-sdk/client-mq';
import { listed } from '../../inventory/listed.ts';
import { mq } from './service.ts';

/** The ports of an instance, as its addresses name them: `ssl://b-1-1.mq.eu-west-1.amazonaws.com:61617`. */
const portsOf = ({ ConsoleURL, Endpoints }: BrokerInstance): number[] =>
  [ConsoleURL, ...(Endpoints ?? [])].flatMap((address) => {
    const port = /:(\d+)(?:\/|$)/.exec(address ?? '')?.[1];
    return port === undefined ? [] : [Number(port)];
  });

/** A broker of ActiveMQ or RabbitMQ. */
export const broker = listed(mq, 'AWS::AmazonMQ::Broker', 'ListBrokers', {
  at: 'BrokerSummaries',
  input: { MaxResults: 100 },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-security.html'],
  id: ({ BrokerId, BrokerState }) => (BrokerState === 'DELETION_IN_PROGRESS' ? undefined : BrokerId),
  keep: {
    arn: 'BrokerArn',
    name: ({ BrokerName, BrokerId }) => BrokerName ?? BrokerId,
    /** `ACTIVEMQ` or `RABBITMQ`, in capitals however it is sent: console and templates write them otherwise. */
    engine: ({ EngineType }) => EngineType?.toUpperCase(),
    deployment: 'DeploymentMode',
  },
  arn: ({ id, name }, { partition, region, account }) =>
    `arn:${partition}:mq:${region}:${account}:broker:${name}:${id}`,
}).facets((facet) => ({
  details: facet.call('DescribeBroker', {
    // it was deleted since it was listed
    absentOn: ['NotFoundException'],
    input: ({ id }) => ({ BrokerId: id }),
    keep: ({
      PubliclyAccessible,
      SubnetIds,
      SecurityGroups,
      BrokerInstances,
      AutoMinorVersionUpgrade,
      EncryptionOptions,
      Logs,
    }) => ({
      publiclyAccessible: PubliclyAccessible,
      subnetIds: SubnetIds,
      groupIds: SecurityGroups,
      /** Of its protocols and its console. */
      ports: BrokerInstances && [...new Set(BrokerInstances.flatMap(portsOf))],
      autoMinorVersionUpgrade: AutoMinorVersionUpgrade,
      /** True: a key that AWS owns; false: the one that is named, or the AWS managed key. */
      awsOwnedKey: EncryptionOptions?.UseAwsOwnedKey,
      keyId: EncryptionOptions?.KmsKeyId,
      generalLogs: Logs?.General,
      /** What users are managed and who signed in: of ActiveMQ alone. */
      auditLogs: Logs?.Audit,
    }),
  }),
}));

export const brokerEncryption = {
  at: 'details.awsOwnedKey',
  is: { true: 'aws', false: 'kms' },
  unsaid: undefined,
  key: 'details.keyId',
  what: 'its messages',
} as const;

/** What brokers of ActiveMQ alone have. */
export const notActive = { at: 'engine', is: ['RABBITMQ'], because: '{label} is a broker of RabbitMQ' } as const;
/** What brokers of RabbitMQ alone have. */
export const notRabbit = { at: 'engine', is: ['ACTIVEMQ'], because: '{label} is a broker of ActiveMQ' } as const;
