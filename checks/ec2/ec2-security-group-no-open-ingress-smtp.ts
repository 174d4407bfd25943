import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-smtp', {
  risk: 'A mail server that strangers reach is tried as a relay for spam, and its address ends on block lists.',
  instead: 'Send mail by SES.',
});
