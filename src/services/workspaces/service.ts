import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonworkspaces.html */
export const workspaces = service<typeof import('@aws-sdk/client-workspaces')>({
  id: 'workspaces',
  sdkId: 'WorkSpaces',
  // https://docs.aws.amazon.com/general/latest/gr/wsp.html
  missingIn: [
    'ap-east-1',
    'ap-east-2',
    'ap-northeast-3',
    'ap-south-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-6',
    'ap-southeast-7',
    'ca-west-1',
    'cn-north-1',
    'eu-central-2',
    'eu-north-1',
    'eu-south-1',
    'eu-south-2',
    'me-central-1',
    'me-south-1',
    'mx-central-1',
    'us-west-1',
  ],
  // What it always sends: https://docs.aws.amazon.com/workspaces/latest/api/API_Workspace.html
  sends: {
    DescribeWorkspaceDirectoriesResult: ['Directories'],
    WorkspaceDirectory: ['DirectoryId'],
    DescribeWorkspacesConnectionStatusResult: ['WorkspacesConnectionStatus'],
    WorkspaceConnectionStatus: ['WorkspaceId'],
    DescribeWorkspacesResult: ['Workspaces'],
    Workspace: ['WorkspaceId', 'DirectoryId', 'State'],
  },
  load: () => import('./sdk.ts'),
});
