import { describe, expect, it } from 'vitest';
import { snapshot } from '../../../src/services/ec2/snapshot.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

interface Asked {
  readonly RestorableByUserIds?: readonly string[];
  readonly NextToken?: string;
}

const three = ({ RestorableByUserIds, NextToken }: Asked): object => {
  if (RestorableByUserIds === undefined)
    return { Snapshots: [{ SnapshotId: 'snap-1' }, { SnapshotId: 'snap-2' }, { SnapshotId: 'snap-3' }] };
  return NextToken === undefined
    ? { Snapshots: [{ SnapshotId: 'snap-2' }], NextToken: 'x' }
    : { Snapshots: [{ SnapshotId: 'snap-3' }] };
};

describe('AWS::EC2::Snapshot', () => {
  it('asks for those of the own account and takes no others', async () => {
    const { records, sent } = await collectType(snapshot, [], {
      DescribeSnapshots: {
        Snapshots: [
          { SnapshotId: 'snap-1', OwnerId: '111122223333', Encrypted: true, Tags: [{ Key: 'Name', Value: 'nightly' }] },
          { SnapshotId: 'snap-2', OwnerId: '444455556666' },
        ],
      },
    });
    expect(sent[0]?.input).toEqual({ OwnerIds: ['self'], MaxResults: 1000 });
    expect(records.map(({ item }) => item)).toEqual([
      { id: 'snap-1', name: 'nightly', tags: { Name: 'nightly' }, encrypted: true },
    ]);
  });

  it('asks once which may be public, every page, and asks only those for their permissions', async () => {
    const { records, sent } = await collectType(snapshot, ['publicPermission'], {
      DescribeSnapshots: three,
      DescribeSnapshotAttribute: ({ SnapshotId }: { SnapshotId: string }) => ({
        SnapshotId,
        CreateVolumePermissions:
          SnapshotId === 'snap-2' ? [{ UserId: '444455556666' }, { Group: 'all' }] : [{ UserId: '444455556666' }],
      }),
    });
    expect(records.map((record) => record.outcomes['publicPermission'])).toEqual([
      { kind: 'present', value: false },
      { kind: 'present', value: true },
      { kind: 'present', value: false },
    ]);
    expect(sent.map(({ operation, input }) => [operation, input['RestorableByUserIds'], input['SnapshotId']])).toEqual([
      ['DescribeSnapshots', undefined, undefined],
      ['DescribeSnapshots', ['all'], undefined],
      ['DescribeSnapshots', ['all'], undefined],
      ['DescribeSnapshotAttribute', undefined, 'snap-2'],
      ['DescribeSnapshotAttribute', undefined, 'snap-3'],
    ]);
  });

  it('says which action is missing', async () => {
    const { records } = await collectType(snapshot, ['publicPermission'], {
      DescribeSnapshots: three,
      DescribeSnapshotAttribute: awsError('UnauthorizedOperation', 'no', 403),
    });
    expect(records.map((record) => record.outcomes['publicPermission']?.kind)).toEqual(['present', 'denied', 'denied']);
  });
});
