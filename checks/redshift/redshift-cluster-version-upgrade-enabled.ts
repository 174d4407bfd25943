import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { redshiftCluster } from '../../src/services/redshift/cluster.ts';

export default state(redshiftCluster, 'redshift-cluster-version-upgrade-enabled', {
  title: 'Redshift clusters get new versions by themselves',
  at: 'versionUpgrades',
  is: {
    true: pass('{label} gets new versions by itself'),
    false: fail('{label} gets no new versions by itself; expected automatic upgrades'),
  },
  unsaid: unknown('Redshift did not say whether {label} gets new versions by itself'),
  risk: 'A cluster that nobody upgrades keeps the faults and vulnerabilities that new versions mend.',
  fix: {
    text: 'Allow version upgrades. They are made in the maintenance window, in which the cluster restarts. `--no-allow-version-upgrade` undoes it.',
    cli: 'aws redshift modify-cluster --cluster-identifier {id} --allow-version-upgrade',
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-6',
  ],
});
