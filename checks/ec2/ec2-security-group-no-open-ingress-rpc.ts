import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-rpc', {
  risk: 'Remote procedure calls are how flaws of Windows were used by worms time and again.',
});
