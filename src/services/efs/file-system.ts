import type { FileSystemDescription } from '@aws-sdk/client-efs';
import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { shell } from '../../text/shell.ts';
import { tagsOf } from '../tags.ts';
import { efs } from './service.ts';

const gone = new Set<string | undefined>(['deleting', 'deleted']);

/** Asked for all of the region, and each of it once: mount targets are listed by file system. */
export const everySystem = {
  DescribeFileSystems: { CreationToken: 'unless given', FileSystemId: 'unless given' },
} as const;

/** The region's file systems that are not on their way out. */
export const systemsOf = async (
  api: Api<typeof import('@aws-sdk/client-efs'), 'DescribeFileSystems'>,
): Promise<readonly (FileSystemDescription & { readonly FileSystemId: string })[]> =>
  api.once('file systems', async () => {
    const found: (FileSystemDescription & { readonly FileSystemId: string })[] = [];
    for await (const { FileSystems } of api.pages('DescribeFileSystems', { MaxItems: 100 }))
      for (const { FileSystemId, ...rest } of FileSystems ?? [])
        if (FileSystemId !== undefined && !gone.has(rest.LifeCycleState)) found.push({ ...rest, FileSystemId });
    return found;
  });

/** A file system of the account. */
export const fileSystem = resource(efs, 'AWS::EFS::FileSystem', {
  calls: ['DescribeFileSystems'],
  narrows: everySystem,
  references: ['https://docs.aws.amazon.com/efs/latest/ug/API_DescribeFileSystems.html'],
  async *list(api) {
    for (const { FileSystemId: id, FileSystemArn, Name, Encrypted, KmsKeyId, Tags } of await systemsOf(api))
      yield {
        id,
        arn: FileSystemArn ?? `arn:${api.partition}:elasticfilesystem:${api.region}:${api.account}:file-system/${id}`,
        name: Name === undefined || Name === '' ? id : Name,
        encrypted: Encrypted,
        keyArn: KmsKeyId,
        tags: tagsOf(Tags),
        /** Whether AWS said which tags it has: none is not the same as nothing. */
        tagsSaid: Tags !== undefined,
      };
  },
  label: ({ id, name }) => (name === id ? id : `${name} (${id})`),
}).facets((facet) => ({
  /**
   * The text of its policy. One without is answered PolicyNotFound, and then everybody who reaches a mount target may do everything.
   * https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html#default-filesystempolicy
   */
  policy: facet.call('DescribeFileSystemPolicy', {
    absentOn: ['PolicyNotFound'],
    input: ({ id }) => ({ FileSystemId: id }),
    keep: ({ Policy }) => Policy,
  }),
  /**
   * Whether EFS has it backed up every day by a plan of its own; PolicyNotFound where that was never set.
   * https://docs.aws.amazon.com/efs/latest/ug/API_DescribeBackupPolicy.html
   */
  backups: facet.call('DescribeBackupPolicy', {
    absentOn: ['PolicyNotFound'],
    input: ({ id }) => ({ FileSystemId: id }),
    keep: ({ BackupPolicy }) => ({ status: BackupPolicy?.Status }),
  }),
}));

export const fileSystemEncryption = {
  at: 'encrypted',
  is: { true: 'kms', false: 'none' },
  unsaid: undefined,
  key: 'keyArn',
  what: 'its files',
} as const;

/** Clients that give no credentials are judged by the policy alone, so "*" is everybody who reaches a mount target. */
export const fileSystemPolicy = {
  kind: 'generic',
  at: 'policy',
  open: 'has no policy, so that whoever reaches a mount target reads and writes everything without credentials',
  action: 'elasticfilesystem:ClientMount',
  put: ({ id }: { readonly id: string }, policy: string | undefined): string | undefined =>
    policy === undefined ? undefined : shell`aws efs put-file-system-policy --file-system-id ${id} --policy ${policy}`,
} as const;
