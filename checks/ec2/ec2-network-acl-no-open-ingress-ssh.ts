import { closePorts } from '../../src/judgements/network/close-acl.ts';
import { openAcl } from '../../src/judgements/network/open-acl.ts';
import { portsAmong } from '../../src/judgements/network/open-group.ts';

export default openAcl('ec2-network-acl-no-open-ingress-ssh', {
  title: 'Network ACLs do not let the internet in on the SSH port',
  settings: {
    ports: { type: 'integers', default: [22], describe: 'TCP ports on which SSH listens' },
  },
  minded: (open, settings) => portsAmong(open, settings.ports).filter(({ protocol }) => protocol === 'tcp'),
  expected: (settings) => `the SSH port (${settings.ports.join(', ')})`,
  close: closePorts,
  risk: 'Hosts in the subnets are one wrong security-group rule away from key and password guessing by the whole internet.',
  fix: {
    text: 'Add an entry that denies the port before the one that allows it, or allow only the ports the subnets serve. Entries are judged in the order of their numbers.',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html'],
});
