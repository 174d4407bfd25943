import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-elasticsearch', {
  services: ['elasticsearch', 'kibana'],
  risk: 'Clusters without a password have lost their indexes to extortion by the thousand, and Kibana shows what is in them to everybody.',
});
