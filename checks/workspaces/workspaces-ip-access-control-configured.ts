import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { workspaceDirectory } from '../../src/services/workspaces/directory.ts';

export default state(workspaceDirectory, 'workspaces-ip-access-control-configured', {
  title: 'Desktops are reached from some networks only',
  at: 'limitsNetworks',
  is: {
    true: pass('{label} has IP access control groups'),
    false: fail('{label} lets in every network: it has no IP access control group'),
  },
  unsaid: unknown('AWS does not say which networks {label} lets in'),
  risk: 'With a password that was found out, desktops are used from anywhere.',
  fix: {
    text: 'Make an IP access control group with the networks of your offices and VPN (`aws workspaces create-ip-group`), then attach it. Who is elsewhere no longer gets in. `aws workspaces disassociate-ip-groups` undoes it.',
    cli: 'aws workspaces associate-ip-groups --directory-id {id} --group-ids GROUP_ID',
  },
  references: [
    'https://docs.aws.amazon.com/workspaces/latest/adminguide/amazon-workspaces-ip-access-control-groups.html',
  ],
});
