import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { hostedZone } from '../../src/services/route53/hosted-zone.ts';
import { advancedProtection, judgeAdvancedProtection } from '../../src/judgements/protection/advanced-protection.ts';

export default defineCheck({
  id: 'shield-hosted-zone-advanced-protected',
  title: 'Shield Advanced protects the public hosted zone',
  resource: hostedZone,
  along: advancedProtection,
  risk: 'When the DNS of a domain is attacked, the response team cannot help and the costs of its queries are not credited, while everything under the name depends on it.',
  fix: {
    text: 'Add a protection for it: the account already pays for Shield Advanced. Firewall Manager can do so for all accounts of an organization.',
    cli: 'aws shield create-protection --region us-east-1 --name PROTECTION --resource-arn arn:{partition}:route53:::hostedzone/{id}',
    terraform: 'resource "aws_shield_protection" "this" {\n  name         = "{name}"\n  resource_arn = "{arn}"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-protections-by-resource-type.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/configure-new-protection.html',
  ],
  evaluate({ id, name, arn, privateZone }, { along }) {
    const label = `${name} (${id})`;
    if (privateZone === true) return notApplicable(`${label} is private: only VPCs can ask it`);
    return judgeAdvancedProtection(label, [arn], along);
  },
});
