import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo, keyArn, keyId, otherAccount, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

const vault = (name: string, more: object) => ({
  BackupVaultName: name,
  BackupVaultArn: arnOf('backup', `backup-vault:${name}`),
  VaultType: 'BACKUP_VAULT',
  EncryptionKeyArn: keyArn,
  EncryptionKeyType: 'CUSTOMER_MANAGED_KMS_KEY',
  NumberOfRecoveryPoints: 0,
  Locked: false,
  ...more,
});
const compliance = { Locked: true, MinRetentionDays: 30, LockDate: daysAgo(333) };
const point = (id: string, encrypted: boolean) => ({
  RecoveryPointArn: arnOf('backup', `recovery-point:${id}`),
  BackupVaultName: 'kept',
  ResourceArn: arnOf('elasticfilesystem', 'file-system/fs-kept01'),
  ResourceType: 'EFS',
  Status: 'COMPLETED',
  IsEncrypted: encrypted,
  ...(encrypted ? { EncryptionKeyArn: keyArn } : {}),
});
/** By the names of vaults: `open` lets everybody in, others have none. */
const policies: Readonly<Record<string, string>> = {
  kept: policy({ Effect: 'Deny', Principal: '*', Action: 'backup:DeleteRecoveryPoint', Resource: '*' }),
  open: policy({ Effect: 'Allow', Principal: '*', Action: 'backup:CopyIntoBackupVault', Resource: '*' }),
};

export default answers(
  'backup',
  {
    ListBackupVaults: here({
      BackupVaultList: [
        vault('kept', { NumberOfRecoveryPoints: 2, ...compliance }),
        vault('open', { EncryptionKeyArn: `arn:aws:kms:us-east-1:${otherAccount}:key/${keyId(7)}` }),
        vault('bare', {}),
        {
          BackupVaultName: 'apart',
          BackupVaultArn: arnOf('backup', 'backup-vault:apart'),
          VaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
          VaultState: 'AVAILABLE',
          EncryptionKeyType: 'AWS_OWNED_KMS_KEY',
          NumberOfRecoveryPoints: 0,
          ...compliance,
        },
      ],
    }),
    GetBackupVaultAccessPolicy: ({ path }) => {
      const name = Object.keys(policies).find((one) => path.includes(`/${one}/`));
      return name === undefined
        ? fails({ code: 'ResourceNotFoundException', status: 404 })
        : {
            BackupVaultName: name,
            BackupVaultArn: `arn:aws:backup:us-east-1:${account}:backup-vault:${name}`,
            Policy: policies[name],
          };
    },
    ListRecoveryPointsByBackupVault: { RecoveryPoints: [point('a1', true), point('a2', false)] },
  },
  { 'AWS::Backup::BackupVault': 'kept', 'AWS::Backup::RecoveryPoint': 'a1' },
);
