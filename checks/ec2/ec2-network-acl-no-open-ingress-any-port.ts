import { defineCheck } from '../../src/engine/check.ts';
import { isEveryPort } from '../../src/judgements/network/ports.ts';
import { widenessSettings } from '../../src/judgements/network/wide.ts';
import { networkAcl } from '../../src/services/ec2/network-acl.ts';
import { judgeOpenAcl } from '../../src/judgements/network/open-acl.ts';

export default defineCheck({
  id: 'ec2-network-acl-no-open-ingress-any-port',
  title: 'Network ACLs do not let the internet in on every port',
  resource: networkAcl,
  settings: widenessSettings,
  risk: 'A network ACL that lets everything in is no second line of defence: one wrong security-group rule is enough to expose what is in its subnets.',
  fix: {
    text: 'Replace the entry that allows all traffic by entries for the ports the subnets serve and for the ephemeral ports of answers. A default network ACL allows everything: give subnets one of their own.',
    cli: 'aws ec2 replace-network-acl-entry --network-acl-id {id} --ingress --rule-number 100 --protocol tcp --port-range From=443,To=443 --cidr-block 0.0.0.0/0 --rule-action allow --region {region}\naws ec2 create-network-acl-entry --network-acl-id {id} --ingress --rule-number 110 --protocol tcp --port-range From=1024,To=65535 --cidr-block 0.0.0.0/0 --rule-action allow --region {region}',
    terraform:
      'resource "aws_network_acl_rule" "https" {\n  network_acl_id = "{id}"\n  rule_number    = 100\n  egress         = false\n  protocol       = "tcp"\n  rule_action    = "allow"\n  cidr_block     = "0.0.0.0/0"\n  from_port      = 443\n  to_port        = 443\n}',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html'],
  evaluate: (acl, { settings }) => judgeOpenAcl(acl, (open) => open.filter(isEveryPort), 'every port', settings),
});
