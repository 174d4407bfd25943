import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-salt', {
  risk: "Whoever reaches the Salt master's ports and a flaw of it runs commands as root on every machine that it looks after.",
  instead: 'Let in the minions alone.',
});
