import { along, defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { networkInterface } from '../../src/services/ec2/network-interface.ts';
import { attachmentOf } from '../../src/judgements/network/open-group.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { revokeRules } from '../../src/judgements/network/revoke-rules.ts';
import { securityGroup } from '../../src/services/ec2/security-group.ts';

export default defineCheck({
  id: 'ec2-security-group-default-no-rules',
  title: 'Default security groups have no rules',
  resource: securityGroup,
  along: { interfaces: along(networkInterface, { reach: 'region', witness: true }) },
  risk: 'Whatever is launched without naming a group gets the default one: its rules let such resources talk to each other and to the world although nobody chose that.',
  fix: {
    text: 'Give each resource a group of its own, then remove every inbound and outbound rule of the default group. It cannot be deleted.',
    exact: ({ id, rules }) => ({ cli: revokeRules(id, rules) }),
    terraform: 'resource "aws_default_security_group" "this" {\n  vpc_id = aws_vpc.this.id\n}',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html'],
  evaluate(subject, { along: { interfaces } }) {
    const { id, name, vpcId, rules } = subject;
    // EC2 reserves the name: no other group can have it.
    if (name !== 'default') return notApplicable(`${name} (${id}) is not a default security group`);
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    const label = `${name} (${id}) of ${vpcId ?? 'its VPC'}`;
    if (rules.length === 0) return pass(`${label} has no rules`);
    const inbound = rules.filter(({ direction }) => direction === 'ingress').length;
    const outbound = rules.length - inbound;
    const attached = attachmentOf(subject, interfaces);
    return fail(`${label} has ${inbound} inbound and ${outbound} outbound rules, expected none; ${attached.text}`, {
      inbound,
      outbound,
      interfaces: attached.count,
    });
  },
});
