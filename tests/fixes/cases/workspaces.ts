import { lacks } from '../lacks.ts';

export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'workspaces-directory-access-restricted': lacks('workspaces', 'ModifyWorkspaceAccessProperties'),
  'workspaces-ip-access-control-configured': lacks('workspaces', 'AssociateIpGroups'),
  'workspaces-workspace-healthy': lacks('workspaces', 'RebootWorkspaces'),
  'workspaces-workspace-used-recently': lacks('workspaces', 'DescribeWorkspacesConnectionStatus'),
  'workspaces-workspace-volumes-encrypted': 'no command: a desktop is made again',
};
