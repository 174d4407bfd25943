import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { broker } from '../../src/services/mq/broker.ts';

export default state(broker, 'mq-broker-not-public', {
  title: 'Brokers are not reached over the internet',
  at: 'details.publiclyAccessible',
  is: {
    true: fail('{label} has public addresses; expected access from its VPC only'),
    false: pass('{label} is reached from its VPC only'),
  },
  unsaid: unknown('Amazon MQ did not say whether {label} is public'),
  absent: unknown('Amazon MQ does not know {label} any more'),
  exposes: true,
  risk: 'The web console and the protocols of the broker answer to the internet: a password, or a hole in the engine, is all that it takes.',
  fix: {
    text: 'Whether a broker is public is chosen when it is created: create a private one in subnets of your own, move clients to it, empty the old one, and delete it. Until then narrow its security groups, which public brokers of RabbitMQ do not have.',
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html'],
});
