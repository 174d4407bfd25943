import { resource } from '../../inventory/resource.ts';
import { everySystem, systemsOf } from './file-system.ts';
import { efs } from './service.ts';

/** The address of a file system in a subnet. Of a file system that AWS says has none nothing is asked. */
export const mountTarget = resource(efs, 'AWS::EFS::MountTarget', {
  calls: ['DescribeFileSystems', 'DescribeMountTargets'],
  often: { DescribeMountTargets: 'per AWS::EFS::FileSystem' },
  narrows: {
    ...everySystem,
    DescribeMountTargets: { FileSystemId: 'asked', MountTargetId: 'unless given', AccessPointId: 'unless given' },
  },
  references: ['https://docs.aws.amazon.com/efs/latest/ug/API_DescribeMountTargets.html'],
  async *list(api) {
    for (const { FileSystemId, NumberOfMountTargets } of await systemsOf(api)) {
      if (NumberOfMountTargets === 0) continue;
      for await (const { MountTargets } of api.pages('DescribeMountTargets', { FileSystemId, MaxItems: 100 }))
        for (const { MountTargetId: id, SubnetId, VpcId, LifeCycleState } of MountTargets ?? []) {
          if (id === undefined || LifeCycleState === 'deleting' || LifeCycleState === 'deleted') continue;
          yield {
            id,
            arn: `arn:${api.partition}:elasticfilesystem:${api.region}:${api.account}:file-system/${FileSystemId}/mount-target/${id}`,
            fileSystem: FileSystemId,
            /** The one subnet that it is in. */
            subnetIds: SubnetId === undefined ? undefined : [SubnetId],
            vpcId: VpcId,
          };
        }
    }
  },
  label: ({ id }) => `The mount target ${id}`,
});
