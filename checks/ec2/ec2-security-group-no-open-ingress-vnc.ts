import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-vnc', {
  risk: 'Whoever guesses the password, of eight characters at most, sits at the desktop.',
  instead: 'Use Session Manager port forwarding or a VPN.',
});
