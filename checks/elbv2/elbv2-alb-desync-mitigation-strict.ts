import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { loadBalancer, onlyOf } from '../../src/services/elbv2/load-balancer.ts';

export default state(loadBalancer, 'elbv2-alb-desync-mitigation-strict', {
  title: 'Application Load Balancers refuse requests that desynchronise targets',
  at: 'attributes.desyncMitigation',
  unless: [onlyOf('application')],
  is: {
    ...sameFor(['defensive', 'strictest'], pass('{label} is in desync mitigation mode {attributes.desyncMitigation}')),
    monitor: fail('{label} is in desync mitigation mode monitor; expected defensive or strictest'),
  },
  otherwise: unknown(
    '{label} is in desync mitigation mode {attributes.desyncMitigation}, which this version does not know',
  ),
  absent: unknown('{label} was deleted while the account was read'),
  unsaid: unknown('AWS does not say in which desync mitigation mode {label} is'),
  risk: 'Requests made to be read in two ways reach the targets: strangers get answers meant for others, or poison what is cached.',
  fix: {
    text: 'Set the mode to defensive, which lets known good requests through. The access logs and the metric DesyncMitigationMode_NonCompliant_Request_Count tell beforehand what would be refused.',
    cli: 'aws elbv2 modify-load-balancer-attributes --load-balancer-arn {arn} --attributes Key=routing.http.desync_mitigation_mode,Value=defensive',
  },
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  ],
});
