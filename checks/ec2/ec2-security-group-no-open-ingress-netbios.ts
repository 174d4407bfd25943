import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-netbios', {
  risk: 'NetBIOS tells strangers the names of machines, shares and users, and leads to the shares themselves.',
});
