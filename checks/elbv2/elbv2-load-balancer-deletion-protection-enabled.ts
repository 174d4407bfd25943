import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { loadBalancer } from '../../src/services/elbv2/load-balancer.ts';

export default state(loadBalancer, 'elbv2-load-balancer-deletion-protection-enabled', {
  title: 'Load balancers are protected from deletion',
  at: 'attributes.deletionProtection',
  is: {
    true: pass('{label} is protected from deletion'),
    false: fail('{label} is not protected from deletion'),
  },
  absent: unknown('{label} was deleted while the account was read'),
  unsaid: unknown('AWS does not say whether {label} is protected from deletion'),
  risk: 'One wrong command or stack takes down all that the load balancer serves; a new one has another name and other addresses.',
  fix: {
    text: 'Turn deletion protection on. Whoever is to delete it later, a stack too, has to turn it off first.',
    cli: 'aws elbv2 modify-load-balancer-attributes --load-balancer-arn {arn} --attributes Key=deletion_protection.enabled,Value=true',
  },
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#deletion-protection',
  ],
});
