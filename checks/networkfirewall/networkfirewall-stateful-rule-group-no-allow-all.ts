import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { judgeRules } from '../../src/judgements/firewalls/rule-group.ts';
import { ruleGroup } from '../../src/services/networkfirewall/rule-group.ts';

export default defineCheck({
  id: 'networkfirewall-stateful-rule-group-no-allow-all',
  title: 'Stateful rule groups do not pass everything',
  resource: ruleGroup,
  needs: ['details'],
  risk: 'A rule that passes everything switches off the rules after it, and with the usual order the dropping ones before it too.',
  fix: {
    text: 'Take the rule out, or name in it the networks, ports or domains that are meant. To let through what no rule names, leave the default action of the policy as it is.',
  },
  references: [
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html',
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-examples.html',
  ],
  evaluate: (group) =>
    judgeRules(group, 'STATEFUL', ({ passAll, unread, actions, count }) => {
      const { name } = group;
      if (passAll.length > 0)
        return fail(
          `Rule group ${name} passes everything: ${passAll.join(', ')}; expected rules that name what they pass`,
          { passAll, actions },
        );
      if (unread > 0) return unknown(`${unread} rules of rule group ${name} are not understood here`);
      return pass(`Rule group ${name} has no rule among ${count} that passes everything`, { actions });
    }),
});
