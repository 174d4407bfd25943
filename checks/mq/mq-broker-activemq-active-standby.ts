import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { broker, notActive } from '../../src/services/mq/broker.ts';

export default state(broker, 'mq-broker-activemq-active-standby', {
  title: 'Brokers of ActiveMQ have a standby',
  at: 'deployment',
  is: {
    ACTIVE_STANDBY_MULTI_AZ: pass('{label} has a standby in another Availability Zone'),
    CLUSTER_MULTI_AZ: fail('{label} is deployed as CLUSTER_MULTI_AZ; expected ACTIVE_STANDBY_MULTI_AZ'),
    SINGLE_INSTANCE: fail('{label} is a single instance; expected an active and a standby broker'),
  },
  unsaid: unknown('Amazon MQ did not say how {label} is deployed'),
  unless: [notActive],
  risk: 'With the instance or its Availability Zone the broker is gone, and everything that sends through it stands still.',
  fix: {
    text: 'How a broker is deployed is chosen when it is created: create an active and a standby broker, move clients to it, empty the old one, and delete it.',
  },
  references: [
    'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html#mq-5',
  ],
});
