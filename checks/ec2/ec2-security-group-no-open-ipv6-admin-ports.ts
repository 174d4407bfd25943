import { openGroup, portsAmong } from '../../src/judgements/network/open-group.ts';

export default openGroup('ec2-security-group-no-open-ipv6-admin-ports', {
  title: 'Security groups open no administration ports to the IPv6 internet',
  settings: {
    ports: { type: 'integers', default: [22, 3389], describe: 'ports used to administer servers, TCP and UDP' },
  },
  minded: (open, settings) => portsAmong(open, settings.ports),
  expected: (settings) => `administration port (${settings.ports.join(', ')})`,
  family: 'ipv6',
  risk: 'IPv6 addresses of instances are public without any NAT in front: an administration port that is open to all of IPv6 is on the internet, even where the IPv4 rules were closed with care.',
  fix: {
    text: 'Remove rules that open the ports to the IPv6 internet; use Session Manager, EC2 Instance Connect Endpoint or a VPN, or name the networks administrators come from.',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
});
