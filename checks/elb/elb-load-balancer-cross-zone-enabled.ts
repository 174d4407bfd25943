import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { classicLoadBalancer } from '../../src/services/elb/load-balancer.ts';

export default state(classicLoadBalancer, 'elb-load-balancer-cross-zone-enabled', {
  title: 'Classic Load Balancers send to the instances of all zones',
  at: 'attributes.crossZone',
  is: {
    true: pass('{label} sends to the instances of all its zones'),
    false: fail('{label} sends only to the instances of the zone that a client came to'),
  },
  absent: unknown('{label} was deleted while the account was read'),
  unsaid: unknown('AWS does not say whether {label} sends to the instances of all zones'),
  risk: 'A zone with few instances is overloaded while others idle, and one whose instances fail takes its share of the clients down.',
  fix: {
    text: 'Turn cross-zone load balancing on. AWS charges nothing for it on a Classic Load Balancer.',
    cli: "aws elb modify-load-balancer-attributes --load-balancer-name {name} --load-balancer-attributes 'CrossZoneLoadBalancing={Enabled=true}'",
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html'],
});
