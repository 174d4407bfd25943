import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { broker } from '../../src/services/mq/broker.ts';

export default state(broker, 'mq-broker-auto-minor-upgrade', {
  title: 'Brokers take minor versions by themselves',
  at: 'details.autoMinorVersionUpgrade',
  is: {
    true: pass('{label} takes minor versions of its engine by itself'),
    false: fail('{label} does not take minor versions of its engine by itself'),
  },
  unsaid: unknown('Amazon MQ did not say whether {label} takes minor versions by itself'),
  absent: unknown('Amazon MQ does not know {label} any more'),
  risk: 'Corrections of security holes in the engine are there, and wait until somebody remembers the broker.',
  fix: {
    text: 'Turn automatic minor version upgrades on: they happen in the maintenance window, with a restart. `--no-auto-minor-version-upgrade` undoes it.',
    cli: 'aws mq update-broker --broker-id {id} --auto-minor-version-upgrade',
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html'],
});
