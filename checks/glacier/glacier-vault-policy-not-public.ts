import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { glacierPolicy, glacierVault } from '../../src/services/glacier/vault.ts';

export default notPublic(glacierVault, 'glacier-vault-policy-not-public', {
  title: 'Access policies of Glacier vaults do not let strangers in',
  policy: glacierPolicy,
  risk: 'Strangers retrieve the archives, fill the vault with theirs or, where no lock keeps them, delete what was meant to last.',
  fix: {
    text: 'Replace the principal "*" by the accounts or roles that use the vault, or limit it by aws:PrincipalOrgID. The policy of a vault lock is not changed by this.',
  },
  references: ['https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-access-policy.html'],
});
