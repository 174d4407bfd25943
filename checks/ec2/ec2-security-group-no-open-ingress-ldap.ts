import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-ldap', {
  risk: 'A directory tells who works here and which groups there are, and passwords are tried against it; over UDP it floods others.',
});
