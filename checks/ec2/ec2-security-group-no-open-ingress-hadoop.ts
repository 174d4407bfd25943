import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-hadoop', {
  risk: 'The name node tells and changes where data is, and most clusters believe every user name that is told to them.',
});
