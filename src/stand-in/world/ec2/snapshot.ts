import { answers } from '../../answers.ts';
import { account, daysAgo, idIn } from '../../facts.ts';

/** The first one is public. */
export default answers(
  'ec2',
  {
    DescribeSnapshots: ({ region, input }) => ({
      Snapshots: (Array.isArray(input['RestorableByUserIds']) ? [1] : [1, 2]).map((n) => ({
        SnapshotId: idIn(region, 'snap', n),
        OwnerId: account,
        VolumeId: idIn(region, 'vol'),
        VolumeSize: 8,
        Encrypted: false,
        State: 'completed',
        StartTime: daysAgo(20),
        Progress: '100%',
      })),
    }),
    DescribeSnapshotAttribute: ({ region, input }) => ({
      SnapshotId: String(input['SnapshotId']),
      CreateVolumePermissions: input['SnapshotId'] === idIn(region, 'snap', 1) ? [{ Group: 'all' }] : [],
    }),
  },
  { 'AWS::EC2::Snapshot': 'snap-a2' },
);
