import { listed } from '../../inventory/listed.ts';
import { tagsOf } from '../tags.ts';
import { efs } from './service.ts';

const gone = new Set<string | undefined>(['deleting', 'deleted']);

/** A file system of the account. */
export const fileSystem = listed(efs, 'AWS::EFS::FileSystem', 'DescribeFileSystems', {
  at: 'FileSystems',
  input: { MaxItems: 100 },
  narrows: { CreationToken: 'unless given', FileSystemId: 'unless given' },
  references: ['https://docs.aws.amazon.com/efs/latest/ug/API_DescribeFileSystems.html'],
  id: ({ FileSystemId, LifeCycleState }) => (gone.has(LifeCycleState) ? undefined : FileSystemId),
  keep: {
    arn: 'FileSystemArn',
    name: ({ Name, FileSystemId }) => (Name === undefined || Name === '' ? FileSystemId : Name),
    encrypted: 'Encrypted',
    keyArn: 'KmsKeyId',
    tags: ({ Tags }) => tagsOf(Tags),
    /** Whether AWS said which tags it has: none is not the same as nothing. */
    tagsSaid: ({ Tags }) => Tags !== undefined,
  },
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:elasticfilesystem:${region}:${account}:file-system/${id}`,
  label: ({ id, name }) => (name === id ? id : `${name} (${id})`),
});

export const fileSystemEncryption = {
  at: 'encrypted',
  is: { true: 'kms', false: 'none' },
  unsaid: undefined,
  key: 'keyArn',
  what: 'its files',
} as const;
