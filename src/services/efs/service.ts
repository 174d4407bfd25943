import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticfilesystem.html */
export const efs = service<typeof import('@aws-sdk/client-efs')>({
  id: 'efs',
  sdkId: 'EFS',
  iamPrefix: 'elasticfilesystem',
  // What it always sends, as its model requires: https://docs.aws.amazon.com/efs/latest/ug/API_FileSystemDescription.html
  sends: {
    DescribeFileSystemsResponse: ['FileSystems'],
    DescribeMountTargetsResponse: ['MountTargets'],
    // its model requires neither: of a file system without a policy the operation fails with PolicyNotFound
    // https://docs.aws.amazon.com/efs/latest/ug/API_DescribeFileSystemPolicy.html
    FileSystemPolicyDescription: ['Policy'],
    BackupPolicyDescription: ['BackupPolicy'],
    FileSystemDescription: ['FileSystemId', 'LifeCycleState', 'OwnerId', 'Tags'],
    MountTargetDescription: ['MountTargetId', 'FileSystemId', 'SubnetId', 'LifeCycleState'],
    Tag: ['Key', 'Value'],
  },
  load: () => import('./sdk.ts'),
});
