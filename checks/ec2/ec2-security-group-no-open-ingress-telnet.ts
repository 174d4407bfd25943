import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-telnet', {
  risk: 'Telnet sends passwords and all that is typed in clear text, and is what botnets look for first.',
  instead: 'Use Session Manager or SSH.',
});
