import { fail, pass, unknown } from '../../src/engine/check.ts';
import { age } from '../../src/engine/forms/index.ts';
import { workspace } from '../../src/services/workspaces/workspace.ts';

export default age(workspace, 'workspaces-workspace-used-recently', {
  title: 'Desktops of WorkSpaces are used',
  settings: { days: { type: 'integer', default: 30, min: 1, describe: 'days within which a user connected' } },
  at: 'connection.lastAt',
  atMost: 'days',
  pass: pass('The user of {label} connected {days} days ago'),
  fail: fail('The user of {label} last connected {days} days ago; expected at most {settings.days}'),
  unsaid: unknown('AWS knows of no connection to {label}'),
  risk: 'A desktop that nobody uses is paid for each month, and is one more that can be taken over unseen.',
  fix: {
    text: 'Ask its user. Ending a desktop deletes its disks, which cannot be undone.',
    cli: 'aws workspaces terminate-workspaces --terminate-workspace-requests WorkspaceId={id}',
  },
  references: ['https://docs.aws.amazon.com/workspaces/latest/api/API_WorkspaceConnectionStatus.html'],
});
