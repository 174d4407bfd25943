import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { loadBalancer } from '../../src/services/elbv2/load-balancer.ts';
import { advancedProtection, judgeAdvancedProtection } from '../../src/judgements/protection/advanced-protection.ts';

export default defineCheck({
  id: 'shield-load-balancer-advanced-protected',
  title: 'Shield Advanced protects the internet-facing Application Load Balancer',
  resource: loadBalancer,
  along: advancedProtection,
  risk: 'An attack on the application layer is not mitigated by itself, the response team cannot help, and the costs of scaling under attack are not credited.',
  fix: {
    text: 'Add a protection for it: the account already pays for Shield Advanced. Firewall Manager can do so for all accounts of an organization.',
    cli: 'aws shield create-protection --region us-east-1 --name PROTECTION --resource-arn {arn}',
    terraform: 'resource "aws_shield_protection" "this" {\n  name         = "{name}"\n  resource_arn = "{arn}"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-protections-by-resource-type.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/configure-new-protection.html',
  ],
  evaluate({ name, arn, type, scheme }, { along }) {
    // Network Load Balancers are protected through their Elastic IPs, Gateway Load Balancers not at all.
    if (type === 'network')
      return notApplicable(`${name} is a Network Load Balancer: its Elastic IPs are what Shield Advanced protects`);
    if (type !== 'application')
      return notApplicable(`${name} is of type ${type ?? 'unknown'}, which Shield Advanced does not protect`);
    if (scheme === 'internal') return notApplicable(`${name} is internal`);
    return judgeAdvancedProtection(name, [arn], along);
  },
});
