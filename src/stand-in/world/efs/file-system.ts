import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo, iamArn, keyArn, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

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

/** The shop's role mounts it, over TLS alone. */
const kept = policy(
  {
    Effect: 'Allow',
    Principal: { AWS: iamArn('role/shop') },
    Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
    Resource: arnOf('elasticfilesystem', 'file-system/fs-kept01'),
  },
  {
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: '*',
    Resource: arnOf('elasticfilesystem', 'file-system/fs-kept01'),
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  },
);

/** One that is kept well, one that is not. */
export default answers(
  'efs',
  {
    DescribeFileSystems: here({
      FileSystems: [system('fs-kept01', 'uploads', true), system('fs-lost01', 'scratch', false)],
    }),
    DescribeFileSystemPolicy: ({ path }) =>
      path.includes('/fs-kept01/')
        ? { FileSystemId: 'fs-kept01', Policy: kept }
        : fails({ code: 'PolicyNotFound', status: 404 }),
    DescribeBackupPolicy: ({ path }) =>
      path.includes('/fs-kept01/')
        ? { BackupPolicy: { Status: 'ENABLED' } }
        : fails({ code: 'PolicyNotFound', status: 404 }),
  },
  { 'AWS::EFS::FileSystem': 'fs-kept01' },
);
