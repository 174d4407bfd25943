import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-mongodb', {
  risk: 'Databases without a password have been emptied and held for ransom by the ten thousand.',
});
