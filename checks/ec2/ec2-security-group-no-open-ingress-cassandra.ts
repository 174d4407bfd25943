import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-cassandra', {
  risk: 'Cassandra checks no password unless told to, and what a stranger reaches he reads and drops: keyspaces are found by scanners within hours.',
});
