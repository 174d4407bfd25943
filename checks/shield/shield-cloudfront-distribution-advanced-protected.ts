import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { distribution } from '../../src/services/cloudfront/distribution.ts';
import { advancedProtection, judgeAdvancedProtection } from '../../src/judgements/protection/advanced-protection.ts';

export default defineCheck({
  id: 'shield-cloudfront-distribution-advanced-protected',
  title: 'Shield Advanced protects the CloudFront distribution',
  resource: distribution,
  along: advancedProtection,
  risk: 'An attack on the application layer is not mitigated by itself, the response team cannot help, and the costs of its traffic are not credited.',
  fix: {
    text: 'Add a protection for it: the account already pays for Shield Advanced. Firewall Manager can do so for all accounts of an organization.',
    cli: 'aws shield create-protection --region us-east-1 --name PROTECTION --resource-arn {arn}',
    terraform: 'resource "aws_shield_protection" "this" {\n  name         = "{name}"\n  resource_arn = "{arn}"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-protections-by-resource-type.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/configure-new-protection.html',
  ],
  evaluate({ id, name, arn, enabled }, { along }) {
    const label = name === id ? id : `${id} (${name})`;
    if (enabled === false) return notApplicable(`${label} is disabled and answers no requests`);
    return judgeAdvancedProtection(label, [arn], along);
  },
});
