import { answers, here } from '../../answers.ts';
import { daysAgo } from '../../facts.ts';

const one = (WorkspaceId: string, good: boolean) => ({
  WorkspaceId,
  DirectoryId: 'd-90670d0002',
  UserName: 'jo',
  BundleId: 'wsb-0a1b2c3d4',
  State: good ? 'AVAILABLE' : 'UNHEALTHY',
  RootVolumeEncryptionEnabled: good,
  UserVolumeEncryptionEnabled: true,
});

export default answers(
  'workspaces',
  {
    DescribeWorkspaces: here({ Workspaces: [one('ws-0aaaaaaa1', false), one('ws-0aaaaaaa2', true)] }),
    DescribeWorkspacesConnectionStatus: ({ input }) => ({
      WorkspacesConnectionStatus: (input['WorkspaceIds'] as readonly string[]).map((WorkspaceId) => ({
        WorkspaceId,
        ConnectionState: 'DISCONNECTED',
        LastKnownUserConnectionTimestamp: daysAgo(WorkspaceId.endsWith('2') ? 3 : 200),
      })),
    }),
  },
  { 'AWS::WorkSpaces::Workspace': 'ws-0aaaaaaa2' },
);
