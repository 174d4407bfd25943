import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { dropsTheRest } from '../../src/judgements/firewalls/policy.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { firewallPolicy } from '../../src/services/networkfirewall/policy.ts';

export default defineCheck({
  id: 'networkfirewall-policy-stateful-default-drop',
  title: 'Firewall policies drop what no stateful rule passes',
  resource: firewallPolicy,
  needs: ['details'],
  risk: 'Only what is known to be bad is stopped: everything that nobody has named goes through.',
  fix: {
    text: 'Give the policy a strict rule order and the default action aws:drop_established (or aws:drop_strict), after rules that pass what is meant to pass. A new order needs a new policy, and groups of the same order. Run with aws:alert_established first.',
  },
  references: [
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html',
  ],
  evaluate(subject) {
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    const { name, details } = subject;
    const { order, otherwise } = details;
    const seen = { order, otherwise };
    if (dropsTheRest(details))
      return pass(`Firewall policy ${name} drops what no stateful rule passes (${otherwise.join(', ')})`, seen);
    // Without a strict order there is no default action: https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html
    const why = order === 'STRICT_ORDER' ? otherwise.join(', ') || 'no default action' : 'no strict rule order';
    return fail(
      `Firewall policy ${name} passes what no stateful rule takes (${why}); expected aws:drop_established or aws:drop_strict`,
      seen,
    );
  },
});
