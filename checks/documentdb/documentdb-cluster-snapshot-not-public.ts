import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { documentSnapshot } from '../../src/services/rds/snapshot.ts';

export default state(documentSnapshot, 'documentdb-cluster-snapshot-not-public', {
  title: 'Snapshots of DocumentDB clusters are not public',
  at: 'sharing.public',
  is: {
    true: fail('Everybody with an AWS account may restore {label}; expected accounts that are named'),
    false: pass('{label} is not public'),
  },
  unsaid: unknown('AWS does not say who may restore {label}'),
  risk: 'Anybody restores the snapshot in his own account and reads all of its data.',
  fix: {
    text: 'Take everybody out of those who may restore it. Copies that somebody has made stay his: change passwords and keys that the data holds.',
    cli: 'aws rds modify-db-cluster-snapshot-attribute --db-cluster-snapshot-identifier {id} --attribute-name restore --values-to-remove all',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html#documentdb-3',
  ],
});
