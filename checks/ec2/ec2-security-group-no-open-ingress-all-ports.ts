import { openGroup } from '../../src/judgements/network/open-group.ts';
import { isEveryPort } from '../../src/judgements/network/ports.ts';

export default openGroup('ec2-security-group-no-open-ingress-all-ports', {
  title: 'Security groups do not open all ports to the internet',
  settings: {},
  minded: (open) => open.filter(isEveryPort),
  expected: () => 'full range of ports',
  risk: 'Every service on what the group is attached to, known or forgotten, answers anyone on the internet.',
  fix: {
    text: 'Remove the rule for all traffic or all ports and allow only the ports that the public has to reach, if any.',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
});
