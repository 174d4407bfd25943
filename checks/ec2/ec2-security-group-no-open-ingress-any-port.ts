import { along, defineCheck } from '../../src/engine/check.ts';
import { widenessSettings } from '../../src/judgements/network/wide.ts';
import { networkInterface } from '../../src/services/ec2/network-interface.ts';
import { judgeOpenIngress, portsOutside } from '../../src/judgements/network/open-group.ts';
import { securityGroup } from '../../src/services/ec2/security-group.ts';

export default defineCheck({
  id: 'ec2-security-group-no-open-ingress-any-port',
  title: 'Security groups open no ports but those of public web services to the internet',
  resource: securityGroup,
  needs: ['prefixListCidrs'],
  along: { interfaces: along(networkInterface, { reach: 'region', witness: true }) },
  settings: {
    allowedPorts: {
      type: 'integers',
      default: [80, 443],
      describe: 'TCP and UDP ports that may be open to the internet',
    },
    ...widenessSettings,
  },
  risk: 'A port that was not meant for the public is found by scanners within minutes and attacked from then on.',
  fix: {
    text: 'Replace the open source range by the networks, prefix lists or security groups that need the port. Add ports that are public on purpose to the setting allowedPorts.',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  evaluate: (group, { along: { interfaces }, settings }) =>
    judgeOpenIngress(
      group,
      interfaces,
      (open) => portsOutside(open, settings.allowedPorts),
      `port but ${settings.allowedPorts.join(', ')}`,
      settings,
    ),
});
