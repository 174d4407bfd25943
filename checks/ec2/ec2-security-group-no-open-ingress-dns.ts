import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-dns', {
  risk: 'A name server that answers everybody is used to flood others with answers, and tells strangers how your network is called inside.',
  instead: 'Names that the public asks for belong to Route 53.',
});
