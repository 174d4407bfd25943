import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { replicationInstance } from '../../src/services/dms/replication-instance.ts';

export default state(replicationInstance, 'dms-replication-instance-auto-minor-upgrade', {
  title: 'Replication instances take minor versions by themselves',
  at: 'minorUpgrades',
  is: {
    true: pass('{label} takes minor versions of its engine by itself'),
    false: fail('{label} does not take minor versions of its engine by itself'),
  },
  unsaid: unknown('AWS does not say whether {label} takes minor versions by itself'),
  risk: 'Corrections of security holes are there, and wait until somebody remembers the instance.',
  fix: {
    text: 'Turn automatic minor version upgrades on: they happen in the maintenance window, and tasks stand still meanwhile. `--no-auto-minor-version-upgrade` undoes it.',
    cli: 'aws dms modify-replication-instance --replication-instance-arn {arn} --auto-minor-version-upgrade --apply-immediately',
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-6'],
});
