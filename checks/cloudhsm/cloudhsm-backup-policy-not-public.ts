import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { backupPolicy, hsmBackup } from '../../src/services/cloudhsmv2/backup.ts';

export default notPublic(hsmBackup, 'cloudhsm-backup-policy-not-public', {
  title: 'Backups of CloudHSM clusters are not shared with strangers',
  policy: backupPolicy,
  risk: 'Strangers create a cluster of their own from the backup, with all its keys and users; only the passwords stand between them and the keys.',
  fix: {
    text: 'Replace the principal "*" by the accounts that restore the backup, or share it with them through Resource Access Manager.',
  },
  references: ['https://docs.aws.amazon.com/cloudhsm/latest/userguide/sharing.html'],
});
