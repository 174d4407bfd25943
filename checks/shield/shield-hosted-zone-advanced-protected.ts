import { hostedZone } from '../../src/services/route53/hosted-zone.ts';
import { advancedProtected } from '../../src/judgements/protection/advanced-protection.ts';

export default advancedProtected(hostedZone, 'shield-hosted-zone-advanced-protected', {
  title: 'Shield Advanced protects the public hosted zone',
  unless: [{ at: 'privateZone', is: [true], because: '{label} is private: only VPCs can ask it' }],
  risk: 'When the DNS of a domain is attacked, the response team cannot help and the costs of its queries are not credited, while everything under the name depends on it.',
  fix: {
    text: 'Add a protection for it: the account already pays for Shield Advanced. Firewall Manager can do so for all accounts of an organization.',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-protections-by-resource-type.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/configure-new-protection.html',
  ],
});
