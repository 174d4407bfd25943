import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-redis', {
  risk: 'Redis has no password unless it is given one, and whoever reaches it writes files and keys to become root on the machine.',
});
