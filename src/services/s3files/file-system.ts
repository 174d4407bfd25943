import { listed } from '../../inventory/listed.ts';
import { shell } from '../../text/shell.ts';
import { s3files } from './service.ts';

const gone = new Set<string | undefined>(['deleting', 'deleted']);

/** A file system of S3 Files: what a bucket holds, as files that clients mount in a VPC. */
export const s3FileSystem = listed(s3files, 'AWS::S3Files::FileSystem', 'ListFileSystems', {
  at: 'fileSystems',
  input: { maxResults: 100 },
  narrows: { bucket: 'unless given' },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-security-iam.html'],
  id: ({ fileSystemId, status }) => (gone.has(status) ? undefined : fileSystemId),
  keep: {
    arn: 'fileSystemArn',
    name: ({ name, fileSystemId }) => (name === undefined || name === '' ? fileSystemId : name),
  },
  label: ({ id, name }) => (name === id ? id : `${name} (${id})`),
}).facets((facet) => ({
  /** The text of its policy. AWS says ResourceNotFoundException of a file system without one. */
  policy: facet.call('GetFileSystemPolicy', {
    absentOn: ['ResourceNotFoundException'],
    input: ({ id }) => ({ fileSystemId: id }),
    keep: ({ policy }) => policy,
  }),
}));

/**
 * Without a policy, clients need permissions of their own account's identities: what is not allowed by one of either kind is refused
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-security-iam.html).
 */
export const s3FilesPolicy = {
  kind: 'generic',
  signed: true,
  at: 'policy',
  action: 's3files:ClientMount',
  put: ({ id }: { readonly id: string }, policy: string | undefined): string =>
    policy === undefined
      ? shell`aws s3files delete-file-system-policy --file-system-id ${id}`
      : shell`aws s3files put-file-system-policy --file-system-id ${id} --policy ${policy}`,
} as const;
