import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-internal-web', {
  risk: 'Consoles, development servers and applications behind a proxy listen there: they were not made for strangers and often ask for no password.',
  instead: 'What the public uses belongs behind a load balancer at 443.',
});
