import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { workspace } from '../../src/services/workspaces/workspace.ts';

export default each(workspace, 'workspaces-workspace-volumes-encrypted', {
  title: 'Volumes of desktops are encrypted',
  list: 'volumes',
  by: 'encrypted',
  is: { true: 'good', false: 'bad' },
  called: 'the {volume} volume',
  pass: pass('{label} has both volumes encrypted'),
  fail: fail('{label} does not encrypt {bad}'),
  none: unknown('AWS does not say whether {label} is encrypted'),
  undecided: unknown('AWS does not say of each volume of {label} whether it is encrypted'),
  risk: 'Files of the user and of the system are in the open in snapshots and on the disks behind them.',
  fix: {
    text: 'It is decided when a desktop is made: make another with both volumes encrypted, move the files of its user, then end this one.',
  },
  references: [
    'https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/workspaces-controls.html#workspaces-1',
  ],
});
