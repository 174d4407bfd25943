import { answers } from '../../answers.ts';
import { account } from '../../facts.ts';

/** One of each file system. */
export default answers('efs', {
  DescribeMountTargets: ({ input, path }) => {
    const asked = input['FileSystemId'] ?? new URLSearchParams(path.split('?')[1]).get('FileSystemId');
    const FileSystemId = typeof asked === 'string' ? asked : '';
    return {
      MountTargets: [
        {
          OwnerId: account,
          MountTargetId: `fsmt-${FileSystemId.slice(3)}`,
          FileSystemId,
          SubnetId: 'subnet-a1',
          VpcId: 'vpc-a1',
          LifeCycleState: 'available',
        },
      ],
    };
  },
});
