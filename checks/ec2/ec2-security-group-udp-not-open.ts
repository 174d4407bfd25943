import { openGroup, portsOutside } from '../../src/judgements/network/open-group.ts';

export default openGroup('ec2-security-group-udp-not-open', {
  title: 'Security groups open no UDP port to the internet',
  settings: {
    allowedUdpPorts: {
      type: 'integers',
      default: [],
      describe: 'UDP ports that may be open to the internet, such as 53 of name servers or 443 of HTTP/3',
    },
  },
  protocol: 'udp',
  minded: (open, { allowedUdpPorts }) => portsOutside(open, allowedUdpPorts),
  expected: () => 'UDP port',
  risk: 'UDP needs no connection: senders are forged, services that answer become amplifiers of attacks, and many of them ask for no password.',
  fix: {
    text: 'Remove the rule, or let in only the networks that need the service. Where a UDP service is meant for everybody, name its port in the settings of the check.',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
});
