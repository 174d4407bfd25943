import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-memcached', {
  risk: 'Whoever reaches the cache reads and writes sessions without a password, and over UDP it floods others with fifty thousand times what was asked.',
});
