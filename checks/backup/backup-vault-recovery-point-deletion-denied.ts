import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { deniedByVault, denyDeletion } from '../../src/judgements/backup/deletion.ts';
import { backupVault } from '../../src/services/backup/vault.ts';

/** Other ways by which recovery points go: a shorter retention, and another policy of the vault. */
const around = [
  'backup:UpdateRecoveryPointLifecycle',
  'backup:PutBackupVaultAccessPolicy',
  'backup:DeleteBackupVaultAccessPolicy',
];

export default defineCheck({
  id: 'backup-vault-recovery-point-deletion-denied',
  title: 'Backup vaults let nobody delete recovery points',
  resource: backupVault,
  needs: ['policy'],
  risk: 'Whoever gets hold of an administrator deletes the backups first, so that nothing can be restored.',
  fix: {
    text: 'Deny backup:DeleteRecoveryPoint and backup:UpdateRecoveryPointLifecycle in the policy of the vault, except (by aws:PrincipalArn) to a role that is meant to delete. The command denies them to everybody until the policy is changed again; Vault Lock in compliance mode can no longer be undone at all.',
    exact({ id, policy }) {
      const cli = denyDeletion(id, policy);
      return cli === undefined ? {} : { cli };
    },
  },
  references: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html',
  ],
  evaluate({ name, arn, account, partition, region, locked, lockDate, policy }, { now }) {
    const label = `The backup vault ${name}`;
    if (locked === true && lockDate !== undefined && Date.parse(lockDate) <= now)
      return pass(`${label} is locked in compliance mode: nobody deletes recovery points before their time`, {
        lockDate,
      });
    if (policy === undefined)
      return fail(`${label} has no access policy; expected one that denies backup:DeleteRecoveryPoint to everybody`);
    const ask = (action: string) => deniedByVault(policy, action, { arn, account, partition, region, now });
    const deletion = ask('backup:DeleteRecoveryPoint');
    if (deletion.answer === 'unknown')
      return unknown(`whether the access policy of ${name} denies deleting recovery points: ${deletion.because}`);
    if (deletion.answer === 'no')
      return fail(`${label} does not deny backup:DeleteRecoveryPoint to everybody: ${deletion.because}`, {
        because: deletion.because,
      });
    const open = around.filter((action) => ask(action).answer !== 'yes');
    const rest = open.length === 0 ? '' : `; it does not deny ${open.join(', ')}, by which that can be got round`;
    return pass(
      `${label} denies deleting recovery points to everybody whom its policy does not exempt by name${rest}`,
      {
        statements: deletion.statements.map(({ index, sid }) => sid ?? index),
      },
    );
  },
});
