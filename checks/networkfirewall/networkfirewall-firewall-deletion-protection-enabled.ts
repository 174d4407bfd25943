import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { notShared } from '../../src/services/ec2/ownership.ts';
import { firewall } from '../../src/services/networkfirewall/firewall.ts';

export default state(firewall, 'networkfirewall-firewall-deletion-protection-enabled', {
  title: 'Network firewalls are protected against deletion',
  unless: [notShared],
  at: 'details.deleteProtection',
  is: {
    true: pass('{label} is protected against deletion'),
    false: fail('{label} is not protected against deletion; expected that it is'),
  },
  unsaid: unknown('AWS does not say whether {label} is protected against deletion'),
  risk: 'One command, or a stack that is taken away, removes the inspection of a whole network.',
  fix: {
    text: 'Turn the protection on: it has to be taken off before the firewall can be deleted.',
    cli: 'aws network-firewall update-firewall-delete-protection --firewall-arn {arn} --delete-protection',
  },
  references: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-9',
  ],
});
