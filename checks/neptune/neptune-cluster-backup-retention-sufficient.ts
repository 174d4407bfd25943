import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { neptuneCluster } from '../../src/services/rds/neptune.ts';
import { shell } from '../../src/text/shell.ts';

export default number(neptuneCluster, 'neptune-cluster-backup-retention-sufficient', {
  title: 'Neptune clusters keep automatic backups for long enough',
  settings: {
    days: { type: 'integer', default: 7, min: 1, max: 35, describe: 'days that automatic backups are kept at least' },
  },
  at: 'backupDays',
  atLeast: 'days',
  pass: pass('{label} keeps automatic backups for {backupDays} days'),
  fail: fail('{label} keeps automatic backups for {backupDays} days; expected at least {settings.days} days'),
  unsaid: unknown('AWS does not say for how many days {label} keeps backups'),
  risk: 'Damage that is noticed later than the last backup is kept cannot be undone by a restore.',
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
