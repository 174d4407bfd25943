import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { backupVault, vaultPolicy } from '../../src/services/backup/vault.ts';

export default notPublic(backupVault, 'backup-vault-policy-not-public', {
  title: 'Access policies of backup vaults do not let strangers in',
  policy: vaultPolicy,
  risk: 'Strangers put copies of their own into the vault, read what it holds, or delete it.',
  fix: {
    text: 'Name the accounts that use the vault instead of "*", or limit it by aws:PrincipalOrgID: copies from the accounts of an organization need no more.',
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html'],
});
