import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { neptuneInstance } from '../../src/services/rds/neptune.ts';

export default state(neptuneInstance, 'neptune-instance-auto-minor-upgrade', {
  title: 'Neptune instances get minor versions by themselves',
  at: 'minorUpgrades',
  is: {
    true: pass('{label} gets minor versions by itself'),
    false: fail('{label} gets no minor versions by itself; expected automatic upgrades'),
  },
  unsaid: unknown('AWS does not say whether {label} gets minor versions by itself'),
  risk: 'Flaws that a minor version mends stay until somebody thinks of it.',
  fix: {
    text: 'Turn the upgrade on: minor versions come in the maintenance window, with a short interruption.',
    cli: 'aws neptune modify-db-instance --db-instance-identifier {id} --auto-minor-version-upgrade --apply-immediately',
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/engine-maintenance-management.html'],
});
