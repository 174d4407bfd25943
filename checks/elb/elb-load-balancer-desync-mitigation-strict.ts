import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { classicLoadBalancer } from '../../src/services/elb/load-balancer.ts';

export default state(classicLoadBalancer, 'elb-load-balancer-desync-mitigation-strict', {
  title: 'Classic Load Balancers refuse requests that desynchronise instances',
  at: 'attributes.desyncMitigation',
  is: {
    ...sameFor(['defensive', 'strictest'], pass('{label} is in desync mitigation mode {attributes.desyncMitigation}')),
    monitor: fail('{label} is in desync mitigation mode monitor; expected defensive or strictest'),
  },
  otherwise: unknown(
    '{label} is in desync mitigation mode {attributes.desyncMitigation}, which this version does not know',
  ),
  absent: unknown('{label} was deleted while the account was read'),
  unsaid: unknown('AWS does not say in which desync mitigation mode {label} is'),
  risk: 'Requests made to be read in two ways reach the instances: strangers get answers meant for others, or poison what is cached.',
  fix: {
    text: 'Set the mode to defensive, which lets known good requests through. The metric DesyncMitigationMode_NonCompliant_Request_Count tells beforehand what would be refused.',
    cli: "aws elb modify-load-balancer-attributes --load-balancer-name {name} --load-balancer-attributes 'AdditionalAttributes=[{Key=elb.http.desyncmitigationmode,Value=defensive}]'",
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-desync-mitigation-mode.html'],
});
