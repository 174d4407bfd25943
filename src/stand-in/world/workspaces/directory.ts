import { answers, here } from '../../answers.ts';

const one = (DirectoryId: string, good: boolean) => ({
  DirectoryId,
  DirectoryName: `${DirectoryId}.example.com`,
  State: 'REGISTERED',
  ipGroupIds: good ? ['wsipg-0a1b2c3d4'] : [],
  WorkspaceAccessProperties: {
    DeviceTypeWindows: 'ALLOW',
    DeviceTypeOsx: 'ALLOW',
    DeviceTypeWeb: good ? 'DENY' : 'ALLOW',
  },
});

export default answers(
  'workspaces',
  { DescribeWorkspaceDirectories: here({ Directories: [one('d-90670d0001', false), one('d-90670d0002', true)] }) },
  { 'AWS::WorkSpaces::Directory': 'd-90670d0002' },
);
