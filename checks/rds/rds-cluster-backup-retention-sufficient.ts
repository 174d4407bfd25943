import { fail } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { automaticBackups } from '../../src/judgements/backup/retention.ts';
import { dbCluster } from '../../src/services/rds/cluster.ts';
import { shell } from '../../src/text/shell.ts';

export default number(dbCluster, 'rds-cluster-backup-retention-sufficient', {
  title: 'Database clusters keep automatic backups for long enough',
  ...automaticBackups,
  fail: ({ name, backupDays }, { settings: { days } }) =>
    backupDays === 0
      ? fail(`${name} makes no automatic backups; expected some that are kept for at least ${days} days`)
      : fail(`${name} keeps automatic backups for ${backupDays} days; expected at least ${days}`),
  fix: {
    text: 'Set for how many days backups are kept; what is more than the size of the cluster is billed.',
    exact: ({ id }, { settings: { days } }) => ({
      cli: `${shell`aws rds modify-db-cluster --db-cluster-identifier ${id} --backup-retention-period ${String(days)}`} --apply-immediately`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-50',
  ],
});
