import { loadBalancer } from '../../src/services/elbv2/load-balancer.ts';
import { advancedProtected } from '../../src/judgements/protection/advanced-protection.ts';

export default advancedProtected(loadBalancer, 'shield-load-balancer-advanced-protected', {
  title: 'Shield Advanced protects the internet-facing Application Load Balancer',
  // Network Load Balancers are protected through their Elastic IPs, Gateway Load Balancers not at all.
  unless: [
    {
      at: 'type',
      is: ['network'],
      because: '{label} is a Network Load Balancer: its Elastic IPs are what Shield Advanced protects',
    },
    {
      such: { type: 'gateway' },
      when: ({ name, type }) =>
        type === 'application'
          ? undefined
          : `${name} is of type ${type ?? 'unknown'}, which Shield Advanced does not protect`,
    },
    { at: 'scheme', is: ['internal'], because: '{label} is internal' },
  ],
  risk: 'An attack on the application layer is not mitigated by itself, the response team cannot help, and the costs of scaling under attack are not credited.',
  fix: {
    text: 'Add a protection for it: the account already pays for Shield Advanced. Firewall Manager can do so for all accounts of an organization.',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-protections-by-resource-type.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/configure-new-protection.html',
  ],
});
