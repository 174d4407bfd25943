import { openGroup } from '../../src/judgements/network/open-group.ts';
import { highRiskServices, portService, servicesAmong } from '../../src/judgements/network/risky-ports.ts';

export default openGroup('ec2-security-group-no-open-ingress-high-risk-ports', {
  title: 'Security groups open no high-risk ports to the internet',
  settings: {
    services: {
      type: 'strings',
      default: highRiskServices.map(({ id }) => id),
      describe: 'services, by id, whose ports must not be open to the internet',
    },
  },
  minded: (open, settings) => servicesAmong(open, settings.services.map(portService)).flatMap((each) => each.open),
  expected: () => 'high-risk port',
  risk: 'Databases, remote control and clear-text protocols are what automated attacks look for first: weak passwords and unpatched flaws there mean loss of the data or the machine.',
  fix: {
    text: 'Close the port to the world. Let in the security groups of the clients, or your own networks, and use Session Manager or a VPN for people.',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-rules-reference.html'],
});
