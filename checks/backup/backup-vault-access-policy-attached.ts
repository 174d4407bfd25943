import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { denyDeletion } from '../../src/judgements/backup/deletion.ts';
import { backupVault } from '../../src/services/backup/vault.ts';

export default state(backupVault, 'backup-vault-access-policy-attached', {
  title: 'Backup vaults have an access policy',
  at: 'policy',
  otherwise: ({ name }) => pass(`The backup vault ${name} has an access policy`),
  unsaid: fail('{label} has no access policy; expected one that limits who deletes recovery points'),
  risk: 'Without a policy of the vault each administrator of the account, and whoever takes his place, may delete its backups.',
  fix: {
    text: 'Give the vault a policy that denies deleting recovery points and changing the policy to all but the role that is meant to. The command denies deletion to everybody until the policy is changed again.',
    exact({ id }) {
      const cli = denyDeletion(id, undefined);
      return cli === undefined ? {} : { cli };
    },
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html'],
});
