import { openService, unlessOfLoadBalancers } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-https', {
  unless: unlessOfLoadBalancers,
  risk: 'A machine that strangers reach is attacked without anything before it that looks at requests or takes a flood.',
  instead: 'Serve the public by a load balancer or CloudFront, with AWS WAF, and let in those alone.',
});
