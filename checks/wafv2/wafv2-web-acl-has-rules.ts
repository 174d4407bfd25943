import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { stopsAny } from '../../src/judgements/firewalls/web-acl.ts';
import { webAcl } from '../../src/services/wafv2/web-acl.ts';

export default defineCheck({
  id: 'wafv2-web-acl-has-rules',
  title: 'Web ACLs have rules that stop requests',
  resource: webAcl,
  needs: ['details', 'groups'],
  risk: 'What stands behind it counts as protected, and every attack goes through.',
  fix: {
    text: 'Add rules: AWS’s managed groups first, such as the core rule set, then those of your own. Let new ones count for some days and look at what they would have stopped, then let them block. A web ACL that nothing uses can be deleted.',
  },
  references: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-10',
    'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rule-group-override-options.html',
  ],
  evaluate(acl) {
    const { name, details } = acl;
    const { rules, default: otherwise } = details;
    const seen = { rules: rules.map(({ name: rule, action, override }) => ({ rule, action, override })), otherwise };
    if (rules.length === 0)
      return fail(
        `Web ACL ${name} has no rules${otherwise === undefined ? '' : otherwise === 'allow' ? ' and lets every request through' : ' and blocks every request'}; expected rules`,
        seen,
      );
    const count = rules.length === 1 ? '1 rule' : `${rules.length} rules`;
    if (otherwise === 'block') return pass(`Web ACL ${name} has ${count}, and blocks what none of them allows`, seen);
    const stops = stopsAny(rules, () => acl.groups);
    if (stops === 'yes') return pass(`Web ACL ${name} has ${count}, with some that stop requests`, seen);
    if (stops === 'maybe') return unknown(`what the rules of web ACL ${name} do is not known here`);
    return fail(`Web ACL ${name} has ${count} that only count or allow; expected some that stop requests`, seen);
  },
});
