import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, policy } from '../../facts.ts';

const ids = ['backup-today00001', 'backup-shared0001'] as const;

/** One of today, and an old one that every account may restore. */
export default answers('cloudhsm-v2', {
  DescribeBackups: here({
    Backups: ids.map((BackupId, at) => ({
      BackupId,
      BackupArn: arnOf('cloudhsm', `backup/${BackupId}`),
      BackupState: 'READY',
      ClusterId: 'cluster-payments1',
      CreateTimestamp: daysAgo(at * 60),
    })),
  }),
  GetResourcePolicy: ({ input }) =>
    String(input['ResourceArn']).endsWith(ids[1])
      ? {
          Policy: policy({
            Effect: 'Allow',
            Principal: { AWS: '*' },
            Action: ['cloudhsm:CreateCluster', 'cloudhsm:DescribeBackups'],
            Resource: arnOf('cloudhsm', `backup/${ids[1]}`),
          }),
        }
      : {},
});
