import { listed } from '../../inventory/listed.ts';
import { workspaces } from './service.ts';

/** A directory whose users have desktops. */
export const workspaceDirectory = listed(workspaces, 'AWS::WorkSpaces::Directory', 'DescribeWorkspaceDirectories', {
  at: 'Directories',
  input: { Limit: 25 },
  narrows: { DirectoryIds: 'unless given', WorkspaceDirectoryNames: 'unless given', Filters: 'unless given' },
  references: ['https://docs.aws.amazon.com/workspaces/latest/api/API_WorkspaceDirectory.html'],
  id: ({ DirectoryId, State }) => (State === 'DEREGISTERED' || State === 'DEREGISTERING' ? undefined : DirectoryId),
  keep: {
    /** Whether it has IP access control groups. */
    limitsNetworks: ({ ipGroupIds }) => ipGroupIds && ipGroupIds.length > 0,
    /** Kinds of devices, and whether desktops may be reached from them. */
    devices: ({ WorkspaceAccessProperties: found }) =>
      found &&
      Object.entries(found).flatMap(([name, access]) =>
        name.startsWith('DeviceType') && (access === 'ALLOW' || access === 'DENY')
          ? [{ device: name.slice('DeviceType'.length), access: access as 'ALLOW' | 'DENY' }]
          : [],
      ),
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:workspaces:${region}:${account}:directory/${id}`,
  label: ({ id }) => `directory ${id}`,
});
