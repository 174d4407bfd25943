import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { notShared } from '../../src/services/ec2/ownership.ts';
import { firewall } from '../../src/services/networkfirewall/firewall.ts';

export default state(firewall, 'networkfirewall-firewall-subnet-change-protection-enabled', {
  title: 'Subnets of network firewalls are protected against changes',
  unless: [
    notShared,
    { at: 'details.at', is: ['transit gateway'], because: '{label} is at a transit gateway: its subnets are AWS’s' },
  ],
  at: 'details.subnetChangeProtection',
  is: {
    true: pass('{label} is protected against changes of its subnets'),
    false: fail('{label} is not protected against changes of its subnets; expected that it is'),
  },
  unsaid: unknown('AWS does not say whether {label} is protected against changes of its subnets'),
  risk: 'A subnet that is taken from it leaves a zone without inspection, or without a way out.',
  fix: {
    text: 'Turn the protection on: it has to be taken off before subnets are changed.',
    cli: 'aws network-firewall update-subnet-change-protection --firewall-arn {arn} --subnet-change-protection',
  },
  references: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-10',
  ],
});
