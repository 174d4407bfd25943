import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-mysql', {
  risk: 'Passwords of the database are guessed around the clock, and a flaw in the server needs no password at all.',
});
