import { along, defineCheck } from '../../src/engine/check.ts';
import { widenessSettings } from '../../src/judgements/network/wide.ts';
import { networkInterface } from '../../src/services/ec2/network-interface.ts';
import { judgeOpenIngress, portsAmong } from '../../src/judgements/network/open-group.ts';
import { securityGroup } from '../../src/services/ec2/security-group.ts';

export default defineCheck({
  id: 'ec2-security-group-no-open-ingress-ssh',
  title: 'Security groups do not open SSH to the internet',
  resource: securityGroup,
  needs: ['prefixListCidrs'],
  along: { interfaces: along(networkInterface, { reach: 'region', witness: true }) },
  settings: {
    ports: { type: 'integers', default: [22], describe: 'TCP ports on which SSH listens' },
    ...widenessSettings,
  },
  risk: 'SSH on the internet is tried with stolen keys and guessed passwords around the clock; one flaw in it opens every host at once.',
  fix: {
    text: 'Remove the open rule and reach hosts by Session Manager or EC2 Instance Connect Endpoint, which need no open port.',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect-with-ec2-instance-connect-endpoint.html'],
  evaluate: (group, { along: { interfaces }, settings }) =>
    judgeOpenIngress(
      group,
      interfaces,
      (open) => portsAmong(open, settings.ports).filter(({ protocol }) => protocol === 'tcp'),
      `SSH port (${settings.ports.join(', ')})`,
      settings,
    ),
});
