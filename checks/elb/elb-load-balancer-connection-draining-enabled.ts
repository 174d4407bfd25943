import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { classicLoadBalancer } from '../../src/services/elb/load-balancer.ts';

export default state(classicLoadBalancer, 'elb-load-balancer-connection-draining-enabled', {
  title: 'Classic Load Balancers let requests end before an instance leaves',
  at: 'attributes.connectionDraining',
  is: {
    true: pass('{label} lets requests end before an instance leaves'),
    false: fail('{label} cuts off the requests of an instance that leaves'),
  },
  absent: unknown('{label} was deleted while the account was read'),
  unsaid: unknown('AWS does not say whether {label} lets requests end before an instance leaves'),
  risk: 'Each deployment and each scaling in breaks requests that were under way.',
  fix: {
    text: 'Turn connection draining on, for as long as the longest request takes.',
    cli: "aws elb modify-load-balancer-attributes --load-balancer-name {name} --load-balancer-attributes 'ConnectionDraining={Enabled=true,Timeout=300}'",
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-conn-drain.html'],
});
