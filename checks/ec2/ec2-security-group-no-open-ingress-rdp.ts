import { openGroup, portsAmong } from '../../src/judgements/network/open-group.ts';

export default openGroup('ec2-security-group-no-open-ingress-rdp', {
  title: 'Security groups do not open RDP to the internet',
  settings: {
    ports: { type: 'integers', default: [3389], describe: 'ports on which RDP listens, TCP and UDP' },
  },
  minded: (open, settings) => portsAmong(open, settings.ports),
  expected: (settings) => `RDP port (${settings.ports.join(', ')})`,
  risk: 'Remote Desktop on the internet draws password guessing without end, and is among the most used first steps of ransomware.',
  fix: {
    text: 'Remove the open rule and reach Windows machines by Fleet Manager, Session Manager port forwarding or a VPN.',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-rules-reference.html'],
});
