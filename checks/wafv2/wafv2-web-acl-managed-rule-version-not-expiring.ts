import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { webAcl } from '../../src/services/wafv2/web-acl.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'wafv2-web-acl-managed-rule-version-not-expiring',
  title: 'Web ACLs use no version of a managed rule group that expires',
  resource: webAcl,
  needs: ['details', 'versions'],
  risk: 'On the day on which the version expires its vendor’s default takes its place, with rules that nobody here has tried, and a web ACL with an expired version cannot be changed.',
  fix: {
    text: 'Try the version that is named as the default, counting only, then set it; or leave the version out, so that the group follows the default. The metric DaysToExpiry of CloudWatch says how many days are left.',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/waf-managed-rule-groups-versioning-lifecycle.html',
    'https://docs.aws.amazon.com/waf/latest/APIReference/API_UpdateManagedRuleSetVersionExpiryDate.html',
  ],
  evaluate(acl) {
    const { name, details } = acl;
    const managed = details.rules.filter((rule) => rule.managed !== undefined);
    if (managed.length === 0) return notApplicable('the web ACL has no managed rule groups');
    if (managed.every((rule) => rule.managed?.version === undefined))
      return pass(`Web ACL ${name} names no version of its managed rule groups: they follow the default`);
    const gone = acl.versions.filter(({ listed }) => !listed);
    if (gone.length > 0)
      return fail(
        `Web ACL ${name} uses ${few(gone.map(({ group, version, current }) => `${version} of ${group}${current === undefined ? '' : ` (default ${current})`}`))}, which AWS lists no more: it expires or has expired; expected a version that is listed`,
        gone,
      );
    return pass(
      `Web ACL ${name} uses ${few(acl.versions.map(({ group, version }) => `${version} of ${group}`))}, not on the way out`,
      acl.versions,
    );
  },
});
