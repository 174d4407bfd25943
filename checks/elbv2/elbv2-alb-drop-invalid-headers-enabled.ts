import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { loadBalancer, onlyOf } from '../../src/services/elbv2/load-balancer.ts';

export default state(loadBalancer, 'elbv2-alb-drop-invalid-headers-enabled', {
  title: 'Application Load Balancers drop invalid headers',
  at: 'attributes.dropsInvalidHeaders',
  unless: [onlyOf('application')],
  is: {
    true: pass('{label} drops invalid headers'),
    false: fail('{label} hands invalid headers on to its targets'),
  },
  absent: unknown('{label} was deleted while the account was read'),
  unsaid: unknown('AWS does not say whether {label} drops invalid headers'),
  risk: 'A target that reads such a header otherwise than the load balancer can be made to take one request for two, and to give a stranger what another asked for.',
  fix: {
    text: 'Turn it on. Headers whose names have other characters than letters, digits and hyphens no longer reach the targets: look first whether clients send some, such as names with an underscore.',
    cli: 'aws elbv2 modify-load-balancer-attributes --load-balancer-arn {arn} --attributes Key=routing.http.drop_invalid_header_fields.enabled,Value=true',
  },
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  ],
});
