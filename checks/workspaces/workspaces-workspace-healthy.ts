import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { workspace } from '../../src/services/workspaces/workspace.ts';

export default state(workspace, 'workspaces-workspace-healthy', {
  title: 'Desktops of WorkSpaces are healthy',
  at: 'state',
  is: {
    AVAILABLE: pass('{label} is available ({state})'),
    STOPPED: pass('{label} is stopped, as when nobody uses it ({state})'),
    STOPPING: pass('{label} is being stopped ({state})'),
    STARTING: pass('{label} is being started ({state})'),
    REBOOTING: pass('{label} is being restarted ({state})'),
    PENDING: pass('{label} is being made ({state})'),
    REBUILDING: pass('{label} is being rebuilt ({state})'),
    RESTORING: pass('{label} is being restored ({state})'),
    UPDATING: pass('{label} is being updated ({state})'),
    MAINTENANCE: pass('{label} is in maintenance ({state})'),
    ADMIN_MAINTENANCE: pass('{label} is in maintenance by an administrator ({state})'),
    UNHEALTHY: fail('{label} is unhealthy: its agent does not answer'),
    ERROR: fail('{label} is in error'),
    IMPAIRED: fail('{label} is impaired'),
    SUSPENDED: fail('{label} is suspended: nobody can use it'),
    TERMINATED: notApplicable('{label} is ended'),
    TERMINATING: notApplicable('{label} is being ended'),
  },
  unsaid: unknown('AWS does not say in which state {label} is'),
  risk: 'Its user cannot work, and what ails it may be the sign of more.',
  fix: {
    text: 'Restart the desktop; where that does not help, restore or rebuild it, which loses what is newer than the last snapshot.',
    cli: 'aws workspaces reboot-workspaces --reboot-workspace-requests WorkspaceId={id}',
  },
  references: ['https://docs.aws.amazon.com/workspaces/latest/adminguide/amazon-workspaces-troubleshooting.html'],
});
