import { along, defineCheck } from '../../src/engine/check.ts';
import { widenessSettings } from '../../src/judgements/network/wide.ts';
import { networkInterface } from '../../src/services/ec2/network-interface.ts';
import { judgeOpenIngress, portsAmong } from '../../src/judgements/network/open-group.ts';
import { securityGroup } from '../../src/services/ec2/security-group.ts';

export default defineCheck({
  id: 'ec2-security-group-no-open-ipv6-admin-ports',
  title: 'Security groups open no administration ports to the IPv6 internet',
  resource: securityGroup,
  needs: ['prefixListCidrs'],
  along: { interfaces: along(networkInterface, { reach: 'region', witness: true }) },
  settings: {
    ports: { type: 'integers', default: [22, 3389], describe: 'ports used to administer servers, TCP and UDP' },
    ...widenessSettings,
  },
  risk: 'IPv6 addresses of instances are public without any NAT in front: an administration port that is open to all of IPv6 is on the internet, even where the IPv4 rules were closed with care.',
  fix: {
    text: 'Remove rules that open the ports to the IPv6 internet; use Session Manager, EC2 Instance Connect Endpoint or a VPN, or name the networks administrators come from.',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  evaluate: (group, { along: { interfaces }, settings }) =>
    judgeOpenIngress(
      group,
      interfaces,
      (open) => portsAmong(open, settings.ports),
      `administration port (${settings.ports.join(', ')})`,
      settings,
      'ipv6',
    ),
});
