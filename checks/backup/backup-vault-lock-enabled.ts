import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { backupVault } from '../../src/services/backup/vault.ts';

export default state(backupVault, 'backup-vault-lock-enabled', {
  title: 'Backup vaults are locked',
  at: 'locked',
  is: {
    true: ({ name, lockDate, minDays }, { now }) => {
      const mode =
        lockDate === undefined
          ? 'in governance mode: whoever has the permission can take the lock away'
          : Date.parse(lockDate) <= now
            ? `in compliance mode since ${lockDate.slice(0, 10)}: nobody can take the lock away`
            : `in compliance mode from ${lockDate.slice(0, 10)} on: until then the lock can be taken away`;
      return pass(`The backup vault ${name} is locked ${mode}`, { lockDate, minDays });
    },
    false: fail('{label} is not locked; expected Vault Lock'),
  },
  unsaid: unknown('AWS does not say whether {label} is locked'),
  risk: 'Whoever gets hold of the account deletes the backups first, and then the systems: ransomware does just that.',
  fix: {
    text: 'Lock the vault with the shortest time for which each backup must be kept. The command locks it in governance mode: delete-backup-vault-lock-configuration undoes it. With --changeable-for-days it becomes final after that time, for AWS too. Jobs whose retention is shorter than the minimum fail from then on.',
    cli: 'aws backup put-backup-vault-lock-configuration --backup-vault-name {id} --min-retention-days DAYS',
    terraform:
      'resource "aws_backup_vault_lock_configuration" "this" {\n  backup_vault_name  = "{id}"\n  min_retention_days = DAYS\n}',
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html'],
});
