import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { backupVault, vaultEncryption } from '../../src/services/backup/vault.ts';

export default customerKey(backupVault, 'backup-vault-encrypted-cmk', {
  title: 'Backup vaults are encrypted with customer managed keys',
  by: vaultEncryption,
  risk: 'With a key of AWS nobody decides who may decrypt backups apart from who may use the vault, and copies to other accounts fail for some services.',
  fix: {
    text: 'The key of a vault is chosen when it is created. Create a vault with a key of your own, copy the recovery points there, and let the plans write to it.',
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html'],
});
