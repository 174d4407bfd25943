import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-cifs', {
  risk: 'Worms spread by SMB, and shares with weak passwords or none are read and encrypted by whoever finds them.',
  instead: 'Reach shares by a VPN, or use FSx within your networks.',
});
