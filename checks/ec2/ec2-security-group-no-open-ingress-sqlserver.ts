import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-sqlserver', {
  risk: 'The account `sa` is guessed at around the clock, and whoever has it runs commands on the machine.',
});
