import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { dbInstance, notOfCluster, notReplica } from '../../src/services/rds/instance.ts';

export default state(dbInstance, 'rds-instance-automated-backup-enabled', {
  title: 'Databases are backed up automatically',
  at: 'backupDays',
  is: { 0: fail('{label} makes no automatic backups') },
  otherwise: pass('{label} makes automatic backups and keeps them for {backupDays} days'),
  unsaid: unknown('AWS does not say whether {label} makes automatic backups'),
  unless: [notOfCluster, notReplica],
  risk: 'Without automatic backups there is nothing to restore after a wrong statement, a broken disk or a deleted database, and no restoring to a point in time.',
  fix: {
    text: 'Set for how many days backups are kept. Going from none to some takes a backup at once and, outside Multi-AZ, interrupts the database for a short time. `--backup-retention-period 0` undoes it.',
    cli: 'aws rds modify-db-instance --db-instance-identifier {id} --backup-retention-period 7 --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-11',
  ],
});
