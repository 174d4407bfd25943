import { along, fail, pass } from '../../src/engine/check.ts';
import { companion } from '../../src/engine/forms/index.ts';
import { loadBalancer, onlyOf } from '../../src/services/elbv2/load-balancer.ts';
import { webAcl } from '../../src/services/wafv2/web-acl.ts';

export default companion(loadBalancer, 'elbv2-alb-waf-attached', {
  title: 'Application Load Balancers have a web ACL',
  of: along(webAcl, { needs: ['loadBalancers'], witness: true, reach: 'region' }),
  unless: [onlyOf('application')],
  belongs: ({ arn }, { loadBalancers }) => loadBalancers.includes(arn),
  such: ({ arn }) => ({ good: { loadBalancers: [arn] } }),
  pass: pass('{label} has the web ACL {other.name}'),
  fail: fail('{label} has no web ACL'),
  risk: 'Requests that try known flaws, guess passwords or flood the site reach the targets unfiltered.',
  fix: {
    text: 'Attach a regional web ACL with the managed rules that fit the site; count what they match first. It costs by rule and request. disassociate-web-acl takes it off again. Where all comes through a distribution with a web ACL, let the load balancer take nothing else.',
    cli: 'aws wafv2 associate-web-acl --web-acl-arn WEB_ACL_ARN --resource-arn {arn}',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-waf.html',
  ],
});
