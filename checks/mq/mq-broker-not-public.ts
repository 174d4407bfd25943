import { defineCheck, fail, unknown } from '../../src/engine/check.ts';
import { addressNetwork } from '../../src/judgements/network/network.ts';
import { publicAddress } from '../../src/judgements/network/reach/public-address.ts';
import { widenessOf, widenessSettings } from '../../src/judgements/network/wide.ts';
import { broker } from '../../src/services/mq/broker.ts';

export default defineCheck({
  id: 'mq-broker-not-public',
  title: 'Brokers are not reached over the internet',
  resource: broker,
  needs: ['details'],
  derived: { network: addressNetwork },
  settings: widenessSettings,
  evaluate(one, { derived, settings }) {
    const { name, engine, details } = one;
    if (details === undefined) return unknown(`Amazon MQ does not know ${name} any more`);
    const { publiclyAccessible, subnetIds, groupIds, ports } = details;
    // Public ones of RabbitMQ are in no subnet of the account: no group of it stands before them.
    if (engine === 'RABBITMQ' && publiclyAccessible === true)
      return fail(`${name} has public addresses; expected access from its VPC only`);
    return publicAddress(
      // Without ports in its addresses any that is let in counts.
      {
        ...one,
        vpcId: undefined,
        subnetIds,
        groupIds,
        port: ports?.length === 0 ? undefined : ports,
        publiclyAccessible,
      },
      derived.network,
      widenessOf(settings),
    );
  },
  exposes: true,
  risk: 'The web console and the protocols of the broker answer to the internet: a password, or a hole in the engine, is all that it takes.',
  fix: {
    text: 'Whether a broker is public is chosen when it is created: create a private one in subnets of your own, move clients to it, empty the old one, and delete it. Until then narrow its security groups, which public brokers of RabbitMQ do not have.',
  },
  references: [
    'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html',
    'https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers-broker-id.html',
  ],
});
