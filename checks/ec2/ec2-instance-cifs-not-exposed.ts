import { defineCheck, fail, manual, pass, unknownWithout } from '../../src/engine/check.ts';
import { opened } from '../../src/judgements/network/reach/bearing.ts';
import { closeGroups } from '../../src/judgements/network/reach/close-groups.ts';
import { letInText, reachFromInternet, wayText } from '../../src/judgements/network/reach/reach.ts';
import { widenessOf, widenessSettings } from '../../src/judgements/network/wide.ts';
import { instance } from '../../src/services/ec2/instance.ts';
import { regionalNetwork, unreadParts } from '../../src/judgements/network/network.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';

export default defineCheck({
  id: 'ec2-instance-cifs-not-exposed',
  title: 'EC2 instances do not offer SMB file sharing to the internet',
  resource: instance,
  derived: { network: regionalNetwork },
  settings: {
    ports: { type: 'integers', default: [139, 445], describe: 'TCP ports of SMB, directly and over NetBIOS' },
    ...widenessSettings,
  },
  risk: 'SMB is the way in of WannaCry and its kind: an instance that answers it from the internet is scanned within minutes, and one unpatched flaw or weak password gives it away.',
  fix: {
    text: 'Remove the rules that open ports 139 and 445 to the world from the security groups the message names, and the listeners of load balancers that send to them; reach file shares through a VPN, Client VPN or FSx inside the VPC.',
    terraform:
      'resource "aws_vpc_security_group_ingress_rule" "smb" {\n  security_group_id = aws_security_group.files.id\n  cidr_ipv4         = "10.0.0.0/8"\n  ip_protocol       = "tcp"\n  from_port         = 445\n  to_port           = 445\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-rules-reference.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
  ],
  evaluate(subject, { derived, unreadAlong, settings }) {
    const name = labelOf(subject);
    const { ports } = settings;
    const network = derived.network(subject.region);
    const reach = reachFromInternet(subject, network, { ports, wideness: widenessOf(settings) });
    const what = `the internet on tcp ${ports.join(', ')}`;
    switch (reach.kind) {
      case 'open': {
        const { protocol, port } = reach.path;
        const when = subject.state === 'running' ? '' : ` once it runs (it is ${subject.state ?? 'in no known state'})`;
        return fail(
          `${name} is reached from the internet on ${protocol} ${port} ${wayText(reach.path)}${when}: ${letInText(reach.path)}`,
          reach.path,
          closeGroups(network, reach.path.groupIds, ports, widenessOf(settings)),
          opened(subject, reach.path),
        );
      }
      case 'possible':
        return manual(
          `${name} may be reached from the internet on ${reach.path.protocol} ${reach.path.port} ${wayText(reach.path)}, depending on ${reach.on}`,
          reach.path,
        );
      case 'closed':
        return pass(
          `${name} is not reached from ${what}, by an address of its own or a load balancer, standard accelerator or distribution of this account and region: ${reach.reasons.join('; ')}`,
        );
      case 'unknown':
        return unknownWithout(
          `${name} could be reached from ${what}: ${reach.causes.join('; ')}`,
          unreadParts(unreadAlong),
        );
    }
  },
});
