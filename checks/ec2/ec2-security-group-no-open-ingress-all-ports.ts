import { along, defineCheck } from '../../src/engine/check.ts';
import { isEveryPort } from '../../src/judgements/network/ports.ts';
import { widenessSettings } from '../../src/judgements/network/wide.ts';
import { networkInterface } from '../../src/services/ec2/network-interface.ts';
import { judgeOpenIngress } from '../../src/judgements/network/open-group.ts';
import { securityGroup } from '../../src/services/ec2/security-group.ts';

export default defineCheck({
  id: 'ec2-security-group-no-open-ingress-all-ports',
  title: 'Security groups do not open all ports to the internet',
  resource: securityGroup,
  needs: ['prefixListCidrs'],
  along: { interfaces: along(networkInterface, { reach: 'region', witness: true }) },
  settings: widenessSettings,
  risk: 'Every service on what the group is attached to, known or forgotten, answers anyone on the internet.',
  fix: {
    text: 'Remove the rule for all traffic or all ports and allow only the ports that the public has to reach, if any.',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  evaluate: (group, { along: { interfaces }, settings }) =>
    judgeOpenIngress(group, interfaces, (open) => open.filter(isEveryPort), 'full range of ports', settings),
});
