import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { ruleGroup } from '../../src/services/networkfirewall/rule-group.ts';

export default defineCheck({
  id: 'networkfirewall-stateless-rule-group-not-empty',
  title: 'Stateless rule groups have rules',
  resource: ruleGroup,
  needs: ['details'],
  risk: 'The group looks like protection in every policy that names it, and does nothing.',
  fix: { text: 'Add the rules that it was made for, or take it out of the policies and delete it.' },
  references: [
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-rule-groups-5-tuple.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-6',
  ],
  evaluate(subject) {
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    const {
      name,
      details: { type, rules },
    } = subject;
    if (type === 'STATEFUL') return notApplicable('the rule group is stateful');
    if (type !== 'STATELESS') return unknown(`AWS does not say whether rule group ${name} is stateless`);
    if (rules === undefined) return unknown(`AWS does not tell the rules of rule group ${name}`);
    return rules.count === 0
      ? fail(`Rule group ${name} has no rules; expected some`, rules)
      : pass(`Rule group ${name} has ${rules.count === 1 ? '1 rule' : `${rules.count} rules`}`, rules);
  },
});
