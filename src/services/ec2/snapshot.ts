import type { Api } from '../../aws/api.ts';
import { listed } from '../../inventory/listed.ts';
import { ec2 } from './service.ts';
import { labelOf, tagged } from './tags.ts';

/** An EBS snapshot of this account; those of others that are visible to it are not listed. */
export const snapshot = listed(ec2, 'AWS::EC2::Snapshot', 'DescribeSnapshots', {
  at: 'Snapshots',
  input: { OwnerIds: ['self'], MaxResults: 1000 },
  narrows: { RestorableByUserIds: 'unless given', SnapshotIds: 'unless given', Filters: 'unless given' },
  id: ({ SnapshotId, OwnerId }, { account }) => (OwnerId === undefined || OwnerId === account ? SnapshotId : undefined),
  keep: { ...tagged, encrypted: 'Encrypted' },
  label: labelOf,
  arn: ({ id }, { partition, region }) => `arn:${partition}:ec2:${region}::snapshot/${id}`,
}).facets((facet) => ({
  /**
   * Whether every AWS account may create volumes from it. One question per region tells which snapshots could be public;
   * only those are asked for their attribute, which is the fact. Absent: deleted since it was listed.
   */
  publicPermission: facet({
    calls: ['DescribeSnapshots', 'DescribeSnapshotAttribute'],
    often: { DescribeSnapshots: 'apart' },
    absentOn: ['InvalidSnapshot.NotFound'],
    async read(api, { id }) {
      const candidates = await api.once('public snapshots', () => publicSnapshots(api));
      if (!candidates.has(id)) return false;
      const { CreateVolumePermissions } = await api.call('DescribeSnapshotAttribute', {
        SnapshotId: id,
        Attribute: 'createVolumePermission',
      });
      return (CreateVolumePermissions ?? []).some(({ Group }) => Group === 'all');
    },
  }),
}));

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshots.html, `RestorableBy.N`: `all` for public snapshots. */
async function publicSnapshots(
  api: Api<typeof import('@aws-sdk/client-ec2'), 'DescribeSnapshots'>,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  const input = { OwnerIds: ['self'], RestorableByUserIds: ['all'], MaxResults: 1000 };
  for await (const { Snapshots } of api.pages('DescribeSnapshots', input)) {
    for (const { SnapshotId } of Snapshots ?? []) if (SnapshotId !== undefined) ids.add(SnapshotId);
  }
  return ids;
}
