import { fail } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { automaticBackups } from '../../src/judgements/backup/retention.ts';
import { dbInstance, notOfCluster, notReplica } from '../../src/services/rds/instance.ts';
import { shell } from '../../src/text/shell.ts';

export default number(dbInstance, 'rds-instance-backup-retention-sufficient', {
  title: 'Databases keep automatic backups for long enough',
  ...automaticBackups,
  fail: ({ name, backupDays }, { settings: { days } }) =>
    backupDays === 0
      ? fail(`${name} makes no automatic backups; expected some that are kept for at least ${days} days`)
      : fail(`${name} keeps automatic backups for ${backupDays} days; expected at least ${days}`),
  unless: [notOfCluster, notReplica],
  fix: {
    text: 'Set for how many days backups are kept. Going from none to some interrupts a database that is in one zone for a short time.',
    exact: ({ id }, { settings: { days } }) => ({
      cli: `${shell`aws rds modify-db-instance --db-instance-identifier ${id} --backup-retention-period ${String(days)}`} --apply-immediately`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
  ],
});
