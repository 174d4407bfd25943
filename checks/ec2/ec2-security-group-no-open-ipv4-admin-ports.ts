import { along, defineCheck } from '../../src/engine/check.ts';
import { widenessSettings } from '../../src/judgements/network/wide.ts';
import { networkInterface } from '../../src/services/ec2/network-interface.ts';
import { judgeOpenIngress, portsAmong } from '../../src/judgements/network/open-group.ts';
import { securityGroup } from '../../src/services/ec2/security-group.ts';

export default defineCheck({
  id: 'ec2-security-group-no-open-ipv4-admin-ports',
  title: 'Security groups open no administration ports to the IPv4 internet',
  resource: securityGroup,
  needs: ['prefixListCidrs'],
  along: { interfaces: along(networkInterface, { reach: 'region', witness: true }) },
  settings: {
    ports: { type: 'integers', default: [22, 3389], describe: 'ports used to administer servers, TCP and UDP' },
    ...widenessSettings,
  },
  risk: 'Administration ports that the IPv4 internet reaches are scanned and attacked around the clock: one weak password, leaked key or flaw gives the host away.',
  fix: {
    text: 'Remove rules that open the ports to the IPv4 internet; use Session Manager, EC2 Instance Connect Endpoint or a VPN, or name the networks administrators come from.',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  evaluate: (group, { along: { interfaces }, settings }) =>
    judgeOpenIngress(
      group,
      interfaces,
      (open) => portsAmong(open, settings.ports),
      `administration port (${settings.ports.join(', ')})`,
      settings,
      'ipv4',
    ),
});
