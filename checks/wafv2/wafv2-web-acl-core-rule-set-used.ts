import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { webAcl } from '../../src/services/wafv2/web-acl.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'wafv2-web-acl-core-rule-set-used',
  title: 'Web ACLs use the core rule set of AWS',
  resource: webAcl,
  needs: ['details'],
  risk: 'Common attacks, such as cross-site scripting and inclusion of files, reach the application unless it stops each of them itself.',
  fix: {
    text: 'Add the group AWSManagedRulesCommonRuleSet of the vendor AWS (700 units of the capacity). Let it count for some days, make exceptions for what it finds wrongly (large bodies above all), then set its override to none.',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html#aws-managed-rule-groups-baseline-crs',
  ],
  evaluate({ name, details: { rules } }) {
    const managed = rules.filter((rule) => rule.managed !== undefined);
    const core = managed.filter(
      ({ managed: group }) => group?.vendor === 'AWS' && group.name === 'AWSManagedRulesCommonRuleSet',
    );
    const seen = managed.map(({ managed: group, override }) => ({ ...group, override }));
    if (core.some(({ override }) => override === 'none')) return pass(`Web ACL ${name} uses the core rule set`, seen);
    if (core.some(({ override }) => override === undefined))
      return unknown(`AWS does not say whether the core rule set of web ACL ${name} only counts`);
    if (core.length > 0)
      return fail(
        `Web ACL ${name} only counts what the core rule set finds (override Count); expected the actions of its rules`,
        seen,
      );
    const others = managed.map(({ managed: group }) => `${group?.vendor ?? '?'}/${group?.name ?? '?'}`);
    return fail(
      `Web ACL ${name} does not use the core rule set (${others.length === 0 ? 'no managed groups' : few(others)}); expected AWS/AWSManagedRulesCommonRuleSet`,
      seen,
    );
  },
});
