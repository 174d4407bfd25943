import { inBackupPlan } from '../../src/judgements/backup/in-plan.ts';
import { backupTypeOf } from '../../src/services/rds/engines.ts';
import { dbInstance, notOfCluster } from '../../src/services/rds/instance.ts';

export default inBackupPlan(dbInstance, 'rds-instance-in-backup-plan', {
  title: 'Databases are in a backup plan',
  type: backupTypeOf,
  exampleType: 'RDS',
  unless: [notOfCluster],
  risk: 'Automated backups of RDS go with the database, end after 35 days at most, and are in no vault that is locked.',
  references: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-26',
  ],
});
