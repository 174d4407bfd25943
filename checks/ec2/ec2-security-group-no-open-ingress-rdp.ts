import { along, defineCheck } from '../../src/engine/check.ts';
import { widenessSettings } from '../../src/judgements/network/wide.ts';
import { networkInterface } from '../../src/services/ec2/network-interface.ts';
import { judgeOpenIngress, portsAmong } from '../../src/judgements/network/open-group.ts';
import { securityGroup } from '../../src/services/ec2/security-group.ts';

export default defineCheck({
  id: 'ec2-security-group-no-open-ingress-rdp',
  title: 'Security groups do not open RDP to the internet',
  resource: securityGroup,
  needs: ['prefixListCidrs'],
  along: { interfaces: along(networkInterface, { reach: 'region', witness: true }) },
  settings: {
    ports: { type: 'integers', default: [3389], describe: 'ports on which RDP listens, TCP and UDP' },
    ...widenessSettings,
  },
  risk: 'Remote Desktop on the internet draws password guessing without end, and is among the most used first steps of ransomware.',
  fix: {
    text: 'Remove the open rule and reach Windows machines by Fleet Manager, Session Manager port forwarding or a VPN.',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-rules-reference.html'],
  evaluate: (group, { along: { interfaces }, settings }) =>
    judgeOpenIngress(
      group,
      interfaces,
      (open) => portsAmong(open, settings.ports),
      `RDP port (${settings.ports.join(', ')})`,
      settings,
    ),
});
