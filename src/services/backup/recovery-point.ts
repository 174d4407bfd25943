import { resource } from '../../inventory/resource.ts';
import { backup } from './service.ts';
import { ownVaults, vaultsOf } from './vault.ts';

/** A backup in a vault. Of a vault that AWS says is empty nothing is asked. */
export const recoveryPoint = resource(backup, 'AWS::Backup::RecoveryPoint', {
  calls: ['ListBackupVaults', 'ListRecoveryPointsByBackupVault'],
  often: { ListRecoveryPointsByBackupVault: 'per AWS::Backup::BackupVault' },
  narrows: {
    ...ownVaults,
    ListRecoveryPointsByBackupVault: {
      BackupVaultAccountId: 'unless given',
      ByResourceArn: 'unless given',
      ByResourceType: 'unless given',
      ByBackupPlanId: 'unless given',
      ByCreatedBefore: 'unless given',
      ByCreatedAfter: 'unless given',
      ByParentRecoveryPointArn: 'unless given',
    },
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RecoveryPointByBackupVault.html'],
  async *list(api) {
    for (const { id: vault, recoveryPoints } of await vaultsOf(api)) {
      if (recoveryPoints === 0) continue;
      for await (const { RecoveryPoints } of api.pages('ListRecoveryPointsByBackupVault', {
        BackupVaultName: vault,
        MaxResults: 1000,
      })) {
        for (const { RecoveryPointArn: arn, IsEncrypted, ResourceArn, ResourceType, Status } of RecoveryPoints ?? []) {
          if (arn === undefined || Status === 'DELETING') continue;
          yield {
            id: arn.slice(arn.lastIndexOf(arn.includes('/') ? '/' : ':') + 1),
            arn,
            vault,
            encrypted: IsEncrypted,
            of: ResourceArn,
            kind: ResourceType,
          };
        }
      }
    }
  },
  label: ({ id }) => `The recovery point ${id}`,
});
