import { listed } from '../../inventory/listed.ts';
import { workspaces } from './service.ts';

/** A desktop of a user. Those of pools are made and ended as they are used. */
export const workspace = listed(workspaces, 'AWS::WorkSpaces::Workspace', 'DescribeWorkspaces', {
  at: 'Workspaces',
  input: { Limit: 25 },
  narrows: {
    WorkspaceIds: 'unless given',
    DirectoryId: 'unless given',
    UserName: 'unless given',
    BundleId: 'unless given',
    WorkspaceName: 'unless given',
  },
  references: ['https://docs.aws.amazon.com/workspaces/latest/api/API_Workspace.html'],
  id: ({ WorkspaceId, State }) => (State === 'TERMINATED' || State === 'TERMINATING' ? undefined : WorkspaceId),
  keep: {
    state: 'State',
    volumes: ({ RootVolumeEncryptionEnabled, UserVolumeEncryptionEnabled }) => [
      { volume: 'root', encrypted: RootVolumeEncryptionEnabled },
      { volume: 'user', encrypted: UserVolumeEncryptionEnabled },
    ],
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:workspaces:${region}:${account}:workspace/${id}`,
  label: ({ id }) => `desktop ${id}`,
}).facets((facet) => ({
  connection: facet.batch({
    calls: ['DescribeWorkspacesConnectionStatus'],
    // https://docs.aws.amazon.com/workspaces/latest/api/API_DescribeWorkspacesConnectionStatus.html
    most: 25,
    async read(api, items) {
      const { WorkspacesConnectionStatus } = await api.call('DescribeWorkspacesConnectionStatus', {
        WorkspaceIds: items.map(({ id }) => id),
      });
      return new Map(
        (WorkspacesConnectionStatus ?? []).map((found) => [
          found.WorkspaceId ?? '',
          { lastAt: found.LastKnownUserConnectionTimestamp?.toISOString() },
        ]),
      );
    },
  }),
}));
