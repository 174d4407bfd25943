import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-oracle', {
  risk: 'The listener tells which databases there are, and passwords that came with the installation are tried first.',
});
