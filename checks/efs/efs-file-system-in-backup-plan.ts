import { inBackupPlan } from '../../src/judgements/backup/in-plan.ts';
import { fileSystem } from '../../src/services/efs/file-system.ts';

export default inBackupPlan(fileSystem, 'efs-file-system-in-backup-plan', {
  title: 'File systems are in a backup plan',
  type: () => 'EFS',
  exampleType: 'EFS',
  how: 'Turning on automatic backups of the file system does it too: EFS then gives it the tag that a plan of its own chooses.',
  risk: 'EFS has no snapshots of its own: files that are deleted or overwritten are gone.',
  references: [
    'https://docs.aws.amazon.com/efs/latest/ug/automatic-backups.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-2',
  ],
});
