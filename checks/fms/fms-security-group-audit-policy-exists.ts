import { defineCheck } from '../../src/engine/check.ts';
import { firewallPolicies, policyExists } from '../../src/judgements/organization/firewall-policies.ts';
import { standing } from '../../src/judgements/organization/standing.ts';
import { firewallManagerRegion } from '../../src/services/fms/region.ts';

export default defineCheck({
  id: 'fms-security-group-audit-policy-exists',
  title: 'Firewall Manager audits security groups',
  resource: firewallManagerRegion,
  along: firewallPolicies,
  derived: { standing },
  risk: 'A group that lets the internet in stays so in the account whose team opened it, since nobody else looks.',
  fix: {
    text: 'Write a policy that audits the content of security groups: which rules are allowed in any of them, or are not; and one for groups that nothing uses. Begin without automatic remediation, and look at what it finds. It costs by policy and region.',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/security-group-policies.html'],
  evaluate: (region, { along, derived }) =>
    policyExists(
      ['SECURITY_GROUPS_CONTENT_AUDIT', 'SECURITY_GROUPS_USAGE_AUDIT'],
      'policy that audits security groups',
      region,
      along,
      derived.standing,
    ),
});
