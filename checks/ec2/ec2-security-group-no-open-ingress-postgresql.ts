import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-postgresql', {
  risk: 'Passwords of the database are guessed around the clock; a superuser of PostgreSQL runs programs on the machine.',
});
