import { along, defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { backupVault } from '../../src/services/backup/vault.ts';
import { key } from '../../src/services/kms/key.ts';
import { arnAccount } from '../../src/text/arn.ts';

/** Keys with which nothing is encrypted, and nothing that was is read. */
const unusable = new Set<string | undefined>(['Disabled', 'PendingDeletion', 'PendingReplicaDeletion', 'Unavailable']);

/** AWS Backup has no vault without a key, so what remains to be asked is whether there is one and it can be used. */
export default defineCheck({
  id: 'backup-vault-encrypted',
  title: 'Backup vaults encrypt what they hold, with a key that can be used',
  resource: backupVault,
  along: { keys: along(key, { needs: ['details'], optional: true }) },
  risk: 'Backups hold what the systems hold. With a key that is disabled no backup is made and none can be restored; with one that is deleted all of them are lost.',
  fix: {
    text: 'Cancel the deletion of the key, or enable it. The key of a vault is chosen when it is created: for another one create a vault, copy the recovery points there, and let the plans write to it.',
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html'],
  evaluate({ name, account, encryption, keyArn }, { along: { keys }, unreadAlong }) {
    const label = `The backup vault ${name}`;
    if (encryption === undefined) return unknown(`AWS did not say what encrypts the recovery points of ${name}`);
    if (encryption === 'AWS') return pass(`${label} encrypts its recovery points with a key that AWS owns`);
    const by = `${label} encrypts its recovery points with the KMS key ${keyArn ?? 'of the account'}`;
    const state = keys.find((one) => keyArn !== undefined && one.arn === keyArn)?.details.state;
    if (unusable.has(state))
      return fail(`${by}, which is ${state ?? ''}; expected one that can be used`, { keyArn, state });
    const missing =
      state === undefined && arnAccount(keyArn ?? '') === account ? unreadAlong['keys']?.cause : undefined;
    return pass(missing === undefined ? by : `${by}; whether the key can be used was not read: ${missing}`, {
      keyArn,
      state,
    });
  },
});
