import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { broker, notRabbit } from '../../src/services/mq/broker.ts';

export default state(broker, 'mq-broker-rabbitmq-cluster', {
  title: 'Brokers of RabbitMQ are clusters',
  at: 'deployment',
  is: {
    CLUSTER_MULTI_AZ: pass('{label} is a cluster in several Availability Zones'),
    ACTIVE_STANDBY_MULTI_AZ: fail('{label} is deployed as ACTIVE_STANDBY_MULTI_AZ; expected CLUSTER_MULTI_AZ'),
    SINGLE_INSTANCE: fail('{label} is a single instance; expected a cluster'),
  },
  unsaid: unknown('Amazon MQ did not say how {label} is deployed'),
  unless: [notRabbit],
  risk: 'With the instance or its Availability Zone the broker is gone, and everything that sends through it stands still.',
  fix: {
    text: 'How a broker is deployed is chosen when it is created: create a cluster, move clients to it, empty the old one, and delete it.',
  },
  references: [
    'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-broker-architecture-cluster.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html#mq-6',
  ],
});
