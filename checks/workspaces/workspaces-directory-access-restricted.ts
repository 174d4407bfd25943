import { fail, pass, unknown } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { workspaceDirectory } from '../../src/services/workspaces/directory.ts';

export default some(workspaceDirectory, 'workspaces-directory-access-restricted', {
  title: 'Desktops are not reached from every kind of device',
  list: 'devices',
  by: 'access',
  is: { DENY: 'good', ALLOW: 'bad' },
  called: '{device}',
  pass: pass('{label} keeps some kinds of devices out: {good}'),
  fail: fail('{label} lets every kind of device in: {bad}'),
  none: unknown('AWS does not say which devices {label} lets in'),
  unsaid: unknown('AWS does not say which devices {label} lets in'),
  risk: 'With a password that was found out, desktops are used from whatever machine, a browser in a café included.',
  fix: {
    text: 'Deny the kinds of devices that nobody needs, the web first, and let only trusted Windows and macOS devices in where certificates are at hand. `ALLOW` undoes it.',
    cli: 'aws workspaces modify-workspace-access-properties --resource-id {id} --workspace-access-properties DeviceTypeWeb=DENY',
  },
  references: ['https://docs.aws.amazon.com/workspaces/latest/adminguide/trusted-devices.html'],
});
