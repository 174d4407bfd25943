import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { redshiftCluster } from '../../src/services/redshift/cluster.ts';

export default state(redshiftCluster, 'redshift-cluster-admin-username-custom', {
  title: 'The first user of Redshift clusters has no default name',
  at: 'adminName',
  is: { awsuser: fail('The first user of {label} is called awsuser, as by default') },
  otherwise: pass('The first user of {label} is called {adminName}, which is no default'),
  unsaid: unknown('Redshift did not say what the first user of {label} is called'),
  risk: 'Who tries passwords tries the names that everybody has first: half of what is needed to log on is known.',
  fix: {
    text: 'The name is given once, and a restored snapshot keeps it. Make a new cluster with another name, copy the data by UNLOAD and COPY or a data share, then delete this one.',
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-8',
  ],
});
