import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-snmp', {
  risk: "SNMP's community strings are passwords in clear text, mostly `public`: it tells what a device is made of, and floods others.",
});
