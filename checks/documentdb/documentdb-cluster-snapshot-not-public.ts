import { state } from '../../src/engine/forms/index.ts';
import { closeSnapshot, restoredByNobody } from '../../src/judgements/exposure/shared-snapshot.ts';
import { documentSnapshot } from '../../src/services/rds/snapshot.ts';

export default state(documentSnapshot, 'documentdb-cluster-snapshot-not-public', {
  title: 'Snapshots of DocumentDB clusters are not public',
  ...restoredByNobody,
  exposes: true,
  fix: {
    text: closeSnapshot,
    cli: 'aws rds modify-db-cluster-snapshot-attribute --db-cluster-snapshot-identifier {id} --attribute-name restore --values-to-remove all',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html#documentdb-3',
  ],
});
