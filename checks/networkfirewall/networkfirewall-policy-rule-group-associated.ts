import { along, defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { engineOf } from '../../src/judgements/firewalls/policy.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { firewallPolicy } from '../../src/services/networkfirewall/policy.ts';
import { ruleGroup } from '../../src/services/networkfirewall/rule-group.ts';

export default defineCheck({
  id: 'networkfirewall-policy-rule-group-associated',
  title: 'Firewall policies have rule groups',
  resource: firewallPolicy,
  needs: ['details'],
  // Whether the rules stop anything, or tell only.
  along: { groups: along(ruleGroup, { needs: ['details'], reach: 'region', optional: true }) },
  risk: 'A firewall without rules looks at nothing: it costs, and counts as protection.',
  fix: {
    text: 'Add rule groups: those of AWS for known threats, and your own for what may leave the network. A policy is written whole: take it from describe-firewall-policy, with its update token.',
  },
  references: [
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policies.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-3',
  ],
  evaluate(subject, { along: { groups }, unreadAlong }) {
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    const { name, details } = subject;
    const all = details.stateless.length + details.stateful.length;
    if (all === 0)
      return fail(`Firewall policy ${name} has no rule groups; expected some`, { stateless: [], stateful: [] });
    const has = `Firewall policy ${name} has ${details.stateful.length} stateful and ${details.stateless.length} stateless rule groups`;
    if ('groups' in unreadAlong)
      return pass(
        `${has}; whether their rules stop anything was not read: ${unreadAlong['groups']?.cause ?? ''}`,
        details,
      );
    const engine = engineOf(details, groups);
    const theirs = engine.foreign === 0 ? '' : `, ${engine.foreign} of others`;
    const alerts = engine.alertOnly === 0 ? '' : `, ${engine.alertOnly} made to alert only`;
    const rest = engine.otherwise === 'drop' ? 'dropped' : 'passed';
    return pass(
      details.stateful.length === 0
        ? has
        : `${has}; ${engine.stopping} rules of its own groups drop or reject${theirs}${alerts}, and the rest is ${rest}`,
      { ...details, engine },
    );
  },
});
