import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { judgeRules } from '../../src/judgements/firewalls/rule-group.ts';
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
  evaluate: (group) =>
    judgeRules(group, 'STATELESS', (rules) =>
      rules.count === 0
        ? fail(`Rule group ${group.name} has no rules; expected some`, rules)
        : pass(`Rule group ${group.name} has ${rules.count === 1 ? '1 rule' : `${rules.count} rules`}`, rules),
    ),
});
