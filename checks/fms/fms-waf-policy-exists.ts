import { defineCheck } from '../../src/engine/check.ts';
import { firewallPolicies, policyExists } from '../../src/judgements/organization/firewall-policies.ts';
import { standing } from '../../src/judgements/organization/standing.ts';
import { firewallManagerRegion } from '../../src/services/fms/region.ts';

export default defineCheck({
  id: 'fms-waf-policy-exists',
  title: 'Firewall Manager puts web ACLs in front of what is exposed',
  resource: firewallManagerRegion,
  along: firewallPolicies,
  derived: { standing },
  risk: 'Web applications that are put up tomorrow stand without a web ACL until somebody notices.',
  fix: {
    text: 'Write a policy of type WAFV2 with the rule groups that every application is to have, for load balancers, API stages or (in us-east-1) CloudFront distributions. Begin without automatic remediation, and look at what it finds. It costs by policy and region.',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/waf-policies.html'],
  evaluate: (region, { along, derived }) =>
    policyExists(['WAFV2', 'WAF'], 'policy for WAF', region, along, derived.standing),
});
