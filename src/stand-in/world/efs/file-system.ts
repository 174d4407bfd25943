import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo, keyArn } from '../../facts.ts';

const system = (id: string, name: string, good: boolean) => ({
  OwnerId: account,
  CreationToken: name,
  FileSystemId: id,
  FileSystemArn: arnOf('elasticfilesystem', `file-system/${id}`),
  CreationTime: daysAgo(100),
  LifeCycleState: 'available',
  Name: name,
  NumberOfMountTargets: 1,
  SizeInBytes: { Value: 6144 },
  PerformanceMode: 'generalPurpose',
  Encrypted: good,
  ...(good ? { KmsKeyId: keyArn } : {}),
  Tags: [{ Key: 'Name', Value: name }],
});

export default answers(
  'efs',
  {
    DescribeFileSystems: here({
      FileSystems: [system('fs-kept01', 'uploads', true), system('fs-lost01', 'scratch', false)],
    }),
  },
  { 'AWS::EFS::FileSystem': 'fs-kept01' },
);
