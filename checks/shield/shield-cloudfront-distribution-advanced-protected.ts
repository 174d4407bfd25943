import { distribution } from '../../src/services/cloudfront/distribution.ts';
import { advancedProtected } from '../../src/judgements/protection/advanced-protection.ts';

export default advancedProtected(distribution, 'shield-cloudfront-distribution-advanced-protected', {
  title: 'Shield Advanced protects the CloudFront distribution',
  unless: [{ at: 'enabled', is: [false], because: '{label} is disabled and answers no requests' }],
  risk: 'An attack on the application layer is not mitigated by itself, the response team cannot help, and the costs of its traffic are not credited.',
  fix: {
    text: 'Add a protection for it: the account already pays for Shield Advanced. Firewall Manager can do so for all accounts of an organization.',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-protections-by-resource-type.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/configure-new-protection.html',
  ],
});
