import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { fileSystem } from '../../src/services/efs/file-system.ts';

export default state(fileSystem, 'efs-file-system-backup-enabled', {
  title: 'File systems are backed up automatically',
  at: 'backups.status',
  is: {
    ...sameFor(['ENABLED', 'ENABLING'], pass('{label} has automatic backups on ({backups.status})')),
    ...sameFor(['DISABLED', 'DISABLING'], fail('{label} has automatic backups off ({backups.status})')),
  },
  absent: fail('{label} has automatic backups off: they were never turned on'),
  unsaid: unknown('EFS did not say whether {label} is backed up automatically'),
  risk: 'Files that are deleted, overwritten or held to ransom are gone: EFS itself keeps no earlier version.',
  fix: {
    text: 'Turn automatic backups on: AWS Backup then makes one a day and keeps it for 35 days, which costs by size. A plan of your own that chooses the file system does it as well.',
    cli: 'aws efs put-backup-policy --file-system-id {id} --backup-policy Status=ENABLED',
  },
  references: [
    'https://docs.aws.amazon.com/efs/latest/ug/automatic-backups.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-7',
  ],
});
