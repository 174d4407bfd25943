import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { arnAccount } from '../../text/arn.ts';
import { shell } from '../../text/shell.ts';
import { backup } from './service.ts';

type Sdk = typeof import('@aws-sdk/client-backup');

/**
 * The account's own vaults of a region, of every type, asked for once whoever wants them. Vaults that another account shares are
 * listed only where they are asked for, and are judged there.
 */
export const vaultsOf = (api: Api<Sdk, 'ListBackupVaults'>) =>
  api.once('vaults', async () => {
    const found = [];
    for await (const { BackupVaultList } of api.pages('ListBackupVaults', { MaxResults: 1000 })) {
      for (const each of BackupVaultList ?? []) {
        const { BackupVaultName: id, BackupVaultArn: arn = '', EncryptionKeyArn: keyArn } = each;
        const owner = arnAccount(arn);
        if (id === undefined || (owner !== undefined && owner !== api.account)) continue;
        found.push({
          id,
          arn,
          kind: each.VaultType,
          /** A vault of the customer's has the ARN of a key, by default of `aws/backup`; a logically air-gapped one may have a key that AWS owns. */
          encryption: keyArn !== undefined ? ('KMS' as const) : encryptionOf(each.EncryptionKeyType),
          keyArn,
          locked: each.Locked,
          /** When the lock can no longer be taken away; undefined in governance mode. */
          lockDate: each.LockDate?.toISOString(),
          minDays: each.MinRetentionDays,
          recoveryPoints: each.NumberOfRecoveryPoints,
        });
      }
    }
    return found;
  });

/** What the list of vaults leaves out. */
export const ownVaults = {
  ListBackupVaults: {
    ByVaultType: 'unless given',
    ByShared: 'hides vaults that other accounts share: they are judged there',
  },
} as const;

const encryptionOf = (type: string | undefined): 'KMS' | 'AWS' | undefined =>
  type === 'AWS_OWNED_KMS_KEY' ? 'AWS' : type === 'CUSTOMER_MANAGED_KMS_KEY' ? 'KMS' : undefined;

/** A backup vault, logically air-gapped ones among them. */
export const backupVault = resource(backup, 'AWS::Backup::BackupVault', {
  calls: ['ListBackupVaults'],
  narrows: ownVaults,
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupVaultListMember.html'],
  async *list(api) {
    yield* await vaultsOf(api);
  },
  label: ({ name }) => `The backup vault ${name}`,
}).facets((facet) => ({
  /**
   * The text of its access policy. AWS says ResourceNotFoundException of a vault without one
   * (https://docs.aws.amazon.com/aws-backup/latest/devguide/API_GetBackupVaultAccessPolicy.html).
   */
  policy: facet.call('GetBackupVaultAccessPolicy', {
    absentOn: ['ResourceNotFoundException'],
    input: ({ id }) => ({ BackupVaultName: id }),
    keep: ({ Policy }) => Policy,
  }),
}));

export const vaultPolicy = {
  kind: 'backup',
  at: 'policy',
  action: 'backup:CopyIntoBackupVault',
  put: ({ id }: { readonly id: string }, policy: string | undefined): string =>
    policy === undefined
      ? shell`aws backup delete-backup-vault-access-policy --backup-vault-name ${id}`
      : shell`aws backup put-backup-vault-access-policy --backup-vault-name ${id} --policy ${policy}`,
} as const;

/** Each vault has a key: where AWS names neither key nor kind of key, it is not known which. */
export const vaultEncryption = {
  at: 'encryption',
  is: { KMS: 'kms', AWS: 'aws' },
  unsaid: undefined,
  key: 'keyArn',
  what: 'its recovery points',
} as const;
