import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { defaultAction } from '../../src/judgements/firewalls/policy.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { firewallPolicy } from '../../src/services/networkfirewall/policy.ts';

export default defineCheck({
  id: 'networkfirewall-policy-full-packets-default-action-safe',
  title: 'Firewall policies drop or inspect packets that no stateless rule takes',
  resource: firewallPolicy,
  needs: ['details'],
  risk: 'Whatever nobody has thought of goes through the firewall without being looked at.',
  fix: {
    text: 'Set StatelessDefaultActions to aws:forward_to_sfe, so that the stateful rules decide, or to aws:drop. A policy is written whole: take it from describe-firewall-policy, with its update token.',
  },
  references: [
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-4',
  ],
  evaluate(subject) {
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    return defaultAction(subject.name, 'packets', subject.details.full, subject.details);
  },
});
