import { pass } from '../../src/engine/check.ts';
import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { clusterEncryption, redshiftCluster } from '../../src/services/redshift/cluster.ts';

export default customerKey(redshiftCluster, 'redshift-cluster-encrypted-cmk', {
  title: 'Redshift clusters are encrypted with customer managed keys',
  by: clusterEncryption,
  unless: [
    { at: 'encryption', is: ['HSM'], verdict: pass('{label} encrypts its data with keys of an HSM of its own') },
  ],
  risk: 'With a key of AWS nobody can take away the key from a snapshot that was copied or shared, or decide who may decrypt.',
  fix: {
    text: 'Encrypt the cluster with a key of your own: it moves its data and is slower meanwhile.',
    cli: 'aws redshift modify-cluster --cluster-identifier {id} --encrypted --kms-key-id KEY_ARN',
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html'],
});
