import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { dbInstance } from '../../src/services/rds/instance.ts';

export default state(dbInstance, 'rds-instance-auto-minor-upgrade', {
  title: 'Databases get minor versions by themselves',
  at: 'minorUpgrades',
  is: {
    true: pass('{label} gets minor versions by itself'),
    false: fail('{label} gets no minor versions by itself; expected automatic upgrades'),
  },
  unsaid: unknown('AWS does not say whether {label} gets minor versions by itself'),

  risk: 'Minor versions mend vulnerabilities: a database that nobody upgrades keeps them.',
  fix: {
    text: 'Turn automatic minor upgrades on. They are made in the maintenance window and interrupt connections. `--no-auto-minor-version-upgrade` undoes it.',
    cli: 'aws rds modify-db-instance --db-instance-identifier {id} --auto-minor-version-upgrade --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-13',
  ],
});
