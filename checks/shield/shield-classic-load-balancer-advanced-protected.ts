import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { classicLoadBalancer } from '../../src/services/elb/load-balancer.ts';
import { advancedProtection, judgeAdvancedProtection } from '../../src/judgements/protection/advanced-protection.ts';

export default defineCheck({
  id: 'shield-classic-load-balancer-advanced-protected',
  title: 'Shield Advanced protects the internet-facing Classic Load Balancer',
  resource: classicLoadBalancer,
  along: advancedProtection,
  risk: 'Large attacks are met with the standard network protection only, the response team cannot help, and the costs of scaling under attack are not credited.',
  fix: {
    text: 'Add a protection for it, or replace it by an Application Load Balancer, for which Shield Advanced also mitigates attacks on the application layer.',
    cli: 'aws shield create-protection --region us-east-1 --name PROTECTION --resource-arn {arn}',
    terraform: 'resource "aws_shield_protection" "this" {\n  name         = "{name}"\n  resource_arn = "{arn}"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-protections-by-resource-type.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/configure-new-protection.html',
  ],
  evaluate({ name, arn, scheme }, { along }) {
    if (scheme === 'internal') return notApplicable(`${name} is internal`);
    return judgeAdvancedProtection(name, [arn], along);
  },
});
