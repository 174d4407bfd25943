import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { loadBalancer, onlyOf } from '../../src/services/elbv2/load-balancer.ts';

export default state(loadBalancer, 'elbv2-nlb-cross-zone-enabled', {
  title: 'Network Load Balancers send to the targets of all zones',
  at: 'attributes.crossZone',
  unless: [onlyOf('network')],
  is: {
    true: pass('{label} sends to the targets of all its zones'),
    false: fail('{label} sends only to the targets of the zone that a client came to'),
  },
  absent: unknown('{label} was deleted while the account was read'),
  unsaid: unknown('AWS does not say whether {label} sends to the targets of all zones'),
  risk: 'A zone with few targets is overloaded while others idle, and one whose targets fail takes its share of the clients down.',
  fix: {
    text: 'Turn cross-zone load balancing on. AWS charges for what goes from one zone to another. A target group may say otherwise for itself.',
    cli: 'aws elbv2 modify-load-balancer-attributes --load-balancer-arn {arn} --attributes Key=load_balancing.cross_zone.enabled,Value=true',
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html'],
});
