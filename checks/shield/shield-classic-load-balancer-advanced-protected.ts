import { classicLoadBalancer } from '../../src/services/elb/load-balancer.ts';
import { advancedProtected } from '../../src/judgements/protection/advanced-protection.ts';

export default advancedProtected(classicLoadBalancer, 'shield-classic-load-balancer-advanced-protected', {
  title: 'Shield Advanced protects the internet-facing Classic Load Balancer',
  unless: [{ at: 'scheme', is: ['internal'], because: '{label} is internal' }],
  risk: 'Large attacks are met with the standard network protection only, the response team cannot help, and the costs of scaling under attack are not credited.',
  fix: {
    text: 'Add a protection for it, or replace it by an Application Load Balancer, for which Shield Advanced also mitigates attacks on the application layer.',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-protections-by-resource-type.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/configure-new-protection.html',
  ],
});
