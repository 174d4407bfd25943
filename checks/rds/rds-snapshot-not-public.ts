import { state } from '../../src/engine/forms/index.ts';
import { closeSnapshot, restoredByNobody } from '../../src/judgements/exposure/shared-snapshot.ts';
import { dbSnapshot } from '../../src/services/rds/snapshot.ts';
import { shell } from '../../src/text/shell.ts';

export default state(dbSnapshot, 'rds-snapshot-not-public', {
  title: 'Snapshots of databases are not public',
  ...restoredByNobody,
  exposes: true,
  fix: {
    text: closeSnapshot,
    exact: ({ id, of }) => ({
      cli:
        of === 'cluster'
          ? shell`aws rds modify-db-cluster-snapshot-attribute --db-cluster-snapshot-identifier ${id} --attribute-name restore --values-to-remove all`
          : shell`aws rds modify-db-snapshot-attribute --db-snapshot-identifier ${id} --attribute-name restore --values-to-remove all`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-1',
  ],
});
