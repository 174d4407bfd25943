import { defineCheck } from '../../src/engine/check.ts';
import { widenessSettings } from '../../src/judgements/network/wide.ts';
import { networkAcl } from '../../src/services/ec2/network-acl.ts';
import { judgeOpenAcl } from '../../src/judgements/network/open-acl.ts';
import { portsAmong } from '../../src/judgements/network/open-group.ts';

export default defineCheck({
  id: 'ec2-network-acl-no-open-ingress-ssh',
  title: 'Network ACLs do not let the internet in on the SSH port',
  resource: networkAcl,
  settings: {
    ports: { type: 'integers', default: [22], describe: 'TCP ports on which SSH listens' },
    ...widenessSettings,
  },
  risk: 'Hosts in the subnets are one wrong security-group rule away from key and password guessing by the whole internet.',
  fix: {
    text: 'Add an entry that denies the port before the one that allows it, or allow only the ports the subnets serve. Entries are judged in the order of their numbers.',
    cli: 'aws ec2 create-network-acl-entry --network-acl-id {id} --ingress --rule-number 10 --protocol tcp --port-range From=22,To=22 --cidr-block 0.0.0.0/0 --rule-action deny --region {region}\naws ec2 create-network-acl-entry --network-acl-id {id} --ingress --rule-number 11 --protocol tcp --port-range From=22,To=22 --ipv6-cidr-block ::/0 --rule-action deny --region {region}',
    terraform:
      'resource "aws_network_acl_rule" "deny" {\n  network_acl_id = "{id}"\n  rule_number    = 10\n  egress         = false\n  protocol       = "tcp"\n  rule_action    = "deny"\n  cidr_block     = "0.0.0.0/0"\n  from_port      = 22\n  to_port        = 22\n}',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html'],
  evaluate: (acl, { settings }) =>
    judgeOpenAcl(
      acl,
      (open) => portsAmong(open, settings.ports).filter(({ protocol }) => protocol === 'tcp'),
      `the SSH port (${settings.ports.join(', ')})`,
      settings,
    ),
});
