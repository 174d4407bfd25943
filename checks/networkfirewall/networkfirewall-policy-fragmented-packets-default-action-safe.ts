import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { defaultAction } from '../../src/judgements/firewalls/policy.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { firewallPolicy } from '../../src/services/networkfirewall/policy.ts';

export default defineCheck({
  id: 'networkfirewall-policy-fragmented-packets-default-action-safe',
  title: 'Firewall policies drop or inspect fragments that no stateless rule takes',
  resource: firewallPolicy,
  needs: ['details'],
  risk: 'An attacker who sends his packets in fragments goes past the firewall.',
  fix: {
    text: 'Set StatelessFragmentDefaultActions to aws:forward_to_sfe, so that the stateful rules decide, or to aws:drop. A policy is written whole: take it from describe-firewall-policy, with its update token.',
  },
  references: [
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-5',
  ],
  evaluate(subject) {
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    return defaultAction(subject.name, 'fragments', subject.details.fragments, subject.details);
  },
});
