import { inBackupPlan } from '../../src/judgements/backup/in-plan.ts';
import { dbCluster } from '../../src/services/rds/cluster.ts';
import { backupTypeOf } from '../../src/services/rds/engines.ts';

export default inBackupPlan(dbCluster, 'rds-cluster-in-backup-plan', {
  title: 'Clusters of databases are in a backup plan',
  type: backupTypeOf,
  exampleType: 'Aurora',
  how: 'Aurora has to be turned on besides in the settings of AWS Backup in the region.',
  risk: 'Automated backups of a cluster go with it, end after 35 days at most, and are in no vault that is locked.',
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html'],
});
