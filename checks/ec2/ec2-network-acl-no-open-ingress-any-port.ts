import { narrowEntries } from '../../src/judgements/network/close-acl.ts';
import { openAcl } from '../../src/judgements/network/open-acl.ts';
import { isEveryPort } from '../../src/judgements/network/ports.ts';

export default openAcl('ec2-network-acl-no-open-ingress-any-port', {
  title: 'Network ACLs do not let the internet in on every port',
  settings: {},
  minded: (open) => open.filter(isEveryPort),
  expected: () => 'every port',
  close: narrowEntries,
  risk: 'A network ACL that lets everything in is no second line of defence: one wrong security-group rule is enough to expose what is in its subnets.',
  fix: {
    text: 'Replace the entry that allows all traffic by entries for the ports the subnets serve and for the ephemeral ports of answers. A default network ACL allows everything: give subnets one of their own.',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html'],
});
