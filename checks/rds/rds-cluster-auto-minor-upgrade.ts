import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { dbCluster } from '../../src/services/rds/cluster.ts';

export default state(dbCluster, 'rds-cluster-auto-minor-upgrade', {
  title: 'Database clusters get minor versions by themselves',
  unless: [
    {
      // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Updates.AMVU.html
      such: { engine: 'aurora-mysql', globalCluster: 'shop' },
      when: ({ name, engine, globalCluster }) =>
        engine === 'aurora-mysql' && globalCluster !== undefined
          ? `${name} is part of the global database ${globalCluster}: Aurora MySQL upgrades none of these by itself`
          : undefined,
    },
  ],
  at: 'minorUpgrades',
  is: {
    true: pass('{label} gets minor versions by itself'),
    false: fail('{label} gets no minor versions by itself; expected automatic upgrades'),
  },
  unsaid: ({ name, engine }) =>
    engine?.startsWith('aurora') === true
      ? notApplicable(`${name} is of Aurora, whose instances have the setting and are judged`)
      : unknown(`AWS does not say whether ${name} gets minor versions by itself`),
  risk: 'Minor versions mend vulnerabilities: a cluster that nobody upgrades keeps them.',
  fix: {
    text: 'Turn automatic minor upgrades on. They are made in the maintenance window and interrupt connections. `--no-auto-minor-version-upgrade` undoes it.',
    cli: 'aws rds modify-db-cluster --db-cluster-identifier {id} --auto-minor-version-upgrade --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-35',
  ],
});
