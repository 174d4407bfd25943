import { pass } from '../../src/engine/check.ts';
import { encryptedAtRest } from '../../src/judgements/encryption/encryption.ts';
import { clusterEncryption, redshiftCluster } from '../../src/services/redshift/cluster.ts';

export default encryptedAtRest(redshiftCluster, 'redshift-cluster-encrypted-at-rest', {
  title: 'Redshift clusters are encrypted at rest',
  by: clusterEncryption,
  unless: [{ at: 'encryption', is: ['HSM'], verdict: pass('{label} encrypts its data with keys of an HSM') }],
  risk: 'Whoever gets at the disks, a snapshot or a copy of one reads all that the warehouse holds.',
  fix: {
    text: 'Encrypt the cluster: it moves its data to encrypted nodes and is slower meanwhile. `--no-encrypted` undoes it.',
    cli: 'aws redshift modify-cluster --cluster-identifier {id} --encrypted',
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-10',
  ],
});
