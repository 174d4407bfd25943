import { openGroup, portsAmong } from '../../src/judgements/network/open-group.ts';

export default openGroup('ec2-security-group-no-open-ipv4-admin-ports', {
  title: 'Security groups open no administration ports to the IPv4 internet',
  settings: {
    ports: { type: 'integers', default: [22, 3389], describe: 'ports used to administer servers, TCP and UDP' },
  },
  minded: (open, settings) => portsAmong(open, settings.ports),
  expected: (settings) => `administration port (${settings.ports.join(', ')})`,
  family: 'ipv4',
  risk: 'Administration ports that the IPv4 internet reaches are scanned and attacked around the clock: one weak password, leaked key or flaw gives the host away.',
  fix: {
    text: 'Remove rules that open the ports to the IPv4 internet; use Session Manager, EC2 Instance Connect Endpoint or a VPN, or name the networks administrators come from.',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
});
