import { along, fail, pass } from '../../src/engine/check.ts';
import { companion } from '../../src/engine/forms/index.ts';
import { backupRegion } from '../../src/services/backup/region.ts';
import { backupVault } from '../../src/services/backup/vault.ts';

export default companion(backupRegion, 'backup-vault-exists', {
  title: 'The region has a backup vault',
  of: along(backupVault, { reach: 'region', witness: true }),
  // What lies in a vault of restore access is another account's: https://docs.aws.amazon.com/aws-backup/latest/devguide/multipartyapproval.html
  belongs: ({ region }, vault) => vault.region === region && vault.kind !== 'RESTORE_ACCESS_BACKUP_VAULT',
  such: ({ region }) => ({ good: { region, name: 'kept' } }),
  pass: pass('{label} has the backup vault {other.name}'),
  fail: fail('{label} has no backup vault'),
  risk: 'Without a vault there is nowhere that backups are kept apart from what they are of, with a key and a lock of their own.',
  fix: {
    text: 'Create a vault with a key of its own, then a plan that backs up into it. An empty vault costs nothing.',
    cli: 'aws backup create-backup-vault --backup-vault-name VAULT --encryption-key-arn KEY_ARN',
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/vaults.html'],
});
