import { closePorts } from '../../src/judgements/network/close-acl.ts';
import { openAcl } from '../../src/judgements/network/open-acl.ts';
import { portsAmong } from '../../src/judgements/network/open-group.ts';

export default openAcl('ec2-network-acl-no-open-ingress-rdp', {
  title: 'Network ACLs do not let the internet in on the RDP port',
  settings: {
    ports: { type: 'integers', default: [3389], describe: 'TCP ports on which RDP listens' },
  },
  minded: (open, settings) => portsAmong(open, settings.ports).filter(({ protocol }) => protocol === 'tcp'),
  expected: (settings) => `the RDP port (${settings.ports.join(', ')})`,
  close: closePorts,
  risk: 'Windows machines in the subnets are one wrong security-group rule away from password guessing by the whole internet.',
  fix: {
    text: 'Add an entry that denies the port before the one that allows it, or allow only the ports the subnets serve. Entries are judged in the order of their numbers.',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html'],
});
