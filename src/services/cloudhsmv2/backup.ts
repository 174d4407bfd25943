import { listed } from '../../inventory/listed.ts';
import { shell } from '../../text/shell.ts';
import { cloudhsmv2 } from './service.ts';

/**
 * A backup of a cluster, of this account: those that others share are told apart by a parameter that is not given.
 * https://docs.aws.amazon.com/cloudhsm/latest/APIReference/API_DescribeBackups.html
 */
export const hsmBackup = listed(cloudhsmv2, 'AWS::CloudHSM::Backup', 'DescribeBackups', {
  at: 'Backups',
  input: { MaxResults: 50 },
  narrows: { Filters: 'unless given', Shared: 'unless given', SortAscending: 'unless given' },
  references: ['https://docs.aws.amazon.com/cloudhsm/latest/userguide/sharing.html'],
  id: ({ BackupId, BackupState }) => (BackupState === 'DELETED' ? undefined : BackupId),
  keep: {
    arn: 'BackupArn',
    state: 'BackupState',
    cluster: 'ClusterId',
    createdAt: 'CreateTimestamp',
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:cloudhsm:${region}:${account}:backup/${id}`,
}).facets((facet) => ({
  /**
   * The text of its resource policy. Its reference does not say how a backup without one is answered: by an empty text or answer, or
   * as one that is not found.
   */
  policy: facet.call('GetResourcePolicy', {
    absentOn: ['CloudHsmResourceNotFoundException'],
    input: ({ arn }) => ({ ResourceArn: arn }),
    keep: ({ Policy }) => (Policy === '' ? undefined : Policy),
  }),
}));

export const backupPolicy = {
  kind: 'generic',
  at: 'policy',
  action: 'cloudhsm:DescribeBackups',
  put: ({ arn }: { readonly arn: string | undefined }, policy: string | undefined): string =>
    policy === undefined
      ? shell`aws cloudhsmv2 delete-resource-policy --resource-arn ${arn ?? 'BACKUP_ARN'}`
      : shell`aws cloudhsmv2 put-resource-policy --resource-arn ${arn ?? 'BACKUP_ARN'} --policy ${policy}`,
} as const;
