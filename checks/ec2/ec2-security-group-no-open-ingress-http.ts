import { openService, unlessOfLoadBalancers } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-http', {
  unless: unlessOfLoadBalancers,
  risk: 'What is served in clear text is read and changed on its way, and a machine that strangers reach is attacked without anything before it that looks at requests.',
  instead: 'Serve the public by a load balancer or CloudFront, with AWS WAF, and let in those alone.',
});
