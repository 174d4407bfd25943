import { along, defineCheck } from '../../src/engine/check.ts';
import { highRiskServices, portService, servicesAmong } from '../../src/judgements/network/risky-ports.ts';
import { widenessSettings } from '../../src/judgements/network/wide.ts';
import { networkInterface } from '../../src/services/ec2/network-interface.ts';
import { judgeOpenIngress } from '../../src/judgements/network/open-group.ts';
import { securityGroup } from '../../src/services/ec2/security-group.ts';

export default defineCheck({
  id: 'ec2-security-group-no-open-ingress-high-risk-ports',
  title: 'Security groups open no high-risk ports to the internet',
  resource: securityGroup,
  needs: ['prefixListCidrs'],
  along: { interfaces: along(networkInterface, { reach: 'region', witness: true }) },
  settings: {
    services: {
      type: 'strings',
      default: highRiskServices.map(({ id }) => id),
      describe: 'services, by id, whose ports must not be open to the internet',
    },
    ...widenessSettings,
  },
  risk: 'Databases, remote control and clear-text protocols are what automated attacks look for first: weak passwords and unpatched flaws there mean loss of the data or the machine.',
  fix: {
    text: 'Close the port to the world. Let in the security groups of the clients, or your own networks, and use Session Manager or a VPN for people.',
    cli: 'aws ec2 describe-security-group-rules --filters Name=group-id,Values={id} --region {region}\naws ec2 revoke-security-group-ingress --group-id {id} --security-group-rule-ids RULE_ID --region {region}',
    terraform:
      'resource "aws_vpc_security_group_ingress_rule" "postgres" {\n  security_group_id            = "{id}"\n  referenced_security_group_id = aws_security_group.app.id\n  ip_protocol                  = "tcp"\n  from_port                    = 5432\n  to_port                      = 5432\n}',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-rules-reference.html'],
  evaluate: (group, { along: { interfaces }, settings }) =>
    judgeOpenIngress(
      group,
      interfaces,
      (open) => servicesAmong(open, settings.services.map(portService)).flatMap((each) => each.open),
      'high-risk port',
      settings,
    ),
});
