import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-docker', {
  risk: 'The Docker API starts containers as root on the machine for whoever asks: an open one mines coins for a stranger within minutes.',
  instead: 'Reach the API over SSH or with client certificates.',
});
