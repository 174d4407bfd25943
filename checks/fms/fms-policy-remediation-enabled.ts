import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { firewallPolicy } from '../../src/services/fms/policy.ts';

export default state(firewallPolicy, 'fms-policy-remediation-enabled', {
  title: 'Policy of Firewall Manager mends what does not comply',
  unless: [{ at: 'scope', is: ['OUT_OF_ADMIN_SCOPE'], because: '{label} is of another administrator' }],
  at: 'remediation',
  is: {
    true: pass('{label} mends what does not comply'),
    false: fail('{label} only says what does not comply: remediation is off'),
  },
  unsaid: unknown('AWS does not say whether {label} mends what does not comply'),
  risk: 'New resources stay without the protection until somebody reads the list of what does not comply and does it by hand.',
  fix: {
    text: 'Look at what the policy would change, then turn automatic remediation on in it. A policy is written as a whole: get it, set RemediationEnabled, and put it back.',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/working-with-policies.html'],
});
