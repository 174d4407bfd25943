import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { redshiftCluster } from '../../src/services/redshift/cluster.ts';

export default state(redshiftCluster, 'redshift-cluster-database-name-non-default', {
  title: 'The first database of Redshift clusters has no default name',
  at: 'databaseName',
  is: { dev: fail('The first database of {label} is called dev, as by default') },
  otherwise: pass('The first database of {label} is called {databaseName}, which is no default'),
  unsaid: unknown('Redshift did not say what the first database of {label} is called'),
  risk: 'A name that everybody has is the first that is tried, and dev suggests that what is in it does not matter.',
  fix: {
    text: 'Make another database in the cluster and move the data there, by UNLOAD and COPY or CREATE TABLE AS.',
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-9',
  ],
});
