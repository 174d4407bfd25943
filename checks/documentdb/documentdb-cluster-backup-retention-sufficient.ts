import { fail } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { automaticBackups } from '../../src/judgements/backup/retention.ts';
import { documentCluster } from '../../src/services/rds/document.ts';
import { shell } from '../../src/text/shell.ts';

export default number(documentCluster, 'documentdb-cluster-backup-retention-sufficient', {
  title: 'DocumentDB clusters keep automatic backups for long enough',
  ...automaticBackups,
  fail: fail('{label} keeps automatic backups for {backupDays} days; expected at least {settings.days} days'),
  fix: {
    text: 'Set for how many days backups are kept; what is more than the size of the cluster is billed.',
    exact: ({ id }, { settings: { days } }) => ({
      cli: `${shell`aws docdb modify-db-cluster --db-cluster-identifier ${id} --backup-retention-period ${String(days)}`} --apply-immediately`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html#documentdb-2',
  ],
});
