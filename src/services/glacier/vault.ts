import { listed } from '../../inventory/listed.ts';
import { shell } from '../../text/shell.ts';
import { glacier } from './service.ts';

/** The account of whoever asks. */
const own = { accountId: '-' } as const;

/**
 * A vault of archives. AWS says NoLongerSupportedException to accounts that never had one: the service takes no new customers
 * (https://docs.aws.amazon.com/amazonglacier/latest/dev/api-error-responses.html).
 */
export const glacierVault = listed(glacier, 'AWS::Glacier::Vault', 'ListVaults', {
  at: 'VaultList',
  input: own,
  noneOn: ['NoLongerSupportedException'],
  references: ['https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-access-policy.html'],
  id: ({ VaultName }) => VaultName,
  keep: { arn: 'VaultARN' },
}).facets((facet) => ({
  /**
   * The text of its access policy. AWS says ResourceNotFoundException of a vault without one
   * (https://docs.aws.amazon.com/amazonglacier/latest/dev/api-GetVaultAccessPolicy.html).
   */
  policy: facet.call('GetVaultAccessPolicy', {
    absentOn: ['ResourceNotFoundException'],
    input: ({ id }) => ({ ...own, vaultName: id }),
    keep: ({ policy }) => policy?.Policy,
  }),
  /**
   * The text of its lock's policy, which counts from when the lock is begun. AWS says ResourceNotFoundException of a vault without one
   * (https://docs.aws.amazon.com/amazonglacier/latest/dev/api-GetVaultLock.html).
   */
  lock: facet.call('GetVaultLock', {
    absentOn: ['ResourceNotFoundException'],
    input: ({ id }) => ({ ...own, vaultName: id }),
    keep: ({ Policy }) => Policy,
  }),
}));

export const glacierPolicy = {
  kind: 'glacier',
  at: 'policy',
  // Both are evaluated: https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-lock-policy.html
  also: 'lock',
  action: 'glacier:InitiateJob',
  put: ({ id }: { readonly id: string }, policy: string | undefined): string =>
    policy === undefined
      ? shell`aws glacier delete-vault-access-policy --account-id - --vault-name ${id}`
      : shell`aws glacier set-vault-access-policy --account-id - --vault-name ${id} --policy ${{ Policy: policy }}`,
} as const;
