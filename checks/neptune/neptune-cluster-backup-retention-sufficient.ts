import { fail } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { automaticBackups } from '../../src/judgements/backup/retention.ts';
import { neptuneCluster } from '../../src/services/rds/neptune.ts';
import { shell } from '../../src/text/shell.ts';

export default number(neptuneCluster, 'neptune-cluster-backup-retention-sufficient', {
  title: 'Neptune clusters keep automatic backups for long enough',
  ...automaticBackups,
  fail: fail('{label} keeps automatic backups for {backupDays} days; expected at least {settings.days} days'),
  fix: {
    text: 'Set for how many days backups are kept; what is more than the size of the cluster is billed.',
    exact: ({ id }, { settings: { days } }) => ({
      cli: `${shell`aws neptune modify-db-cluster --db-cluster-identifier ${id} --backup-retention-period ${String(days)}`} --apply-immediately`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html#neptune-5',
  ],
});
