import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { notShared } from '../../src/services/ec2/ownership.ts';
import { firewall } from '../../src/services/networkfirewall/firewall.ts';

export default state(firewall, 'networkfirewall-firewall-policy-change-protection-enabled', {
  title: 'Policies of network firewalls are protected against changes',
  unless: [notShared],
  at: 'details.policyChangeProtection',
  is: {
    true: pass('{label} keeps its policy until the protection is taken off'),
    false: fail('{label} takes another policy at any time; expected that its association is protected'),
  },
  unsaid: unknown('AWS does not say whether {label} is protected against changes of its policy'),
  risk: 'One command puts a policy in place that lets everything through.',
  fix: {
    text: 'Turn the protection on: it has to be taken off before the firewall gets another policy. The policy itself can still be changed.',
    cli: 'aws network-firewall update-firewall-policy-change-protection --firewall-arn {arn} --firewall-policy-change-protection',
  },
});
