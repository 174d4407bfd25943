import { along, defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { vpc } from '../../src/services/ec2/vpc.ts';
import { endpointAssociation } from '../../src/services/networkfirewall/endpoint-association.ts';
import { firewall } from '../../src/services/networkfirewall/firewall.ts';

export default defineCheck({
  id: 'networkfirewall-vpc-firewall-exists',
  title: 'VPCs have a network firewall',
  resource: vpc,
  along: {
    firewalls: along(firewall, { needs: ['details'], reach: 'region', witness: true }),
    endpoints: along(endpointAssociation, { needs: ['details'], reach: 'region', witness: true }),
  },
  risk: 'Security groups and ACLs know addresses and ports only: malware that talks to its masters, and data that leaves by an allowed port, are neither seen nor stopped.',
  fix: {
    text: 'Put a firewall into subnets of its own in each zone, with a policy, or endpoints of a firewall of another VPC, and lead the routes of the VPC through them. Where traffic is inspected in a central VPC or at a transit gateway, this VPC needs none of its own: suppress it.',
  },
  references: [
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/architectures.html',
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/vpc-endpoint-associations.html',
  ],
  evaluate(subject, { along: { firewalls, endpoints } }) {
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    const { id, name } = subject;
    const here = ({ details }: { readonly details: { readonly vpcId?: string | undefined } }) => details.vpcId === id;
    const own = firewalls.filter(here);
    const led = endpoints.filter(here);
    const seen = {
      firewalls: own.map(({ arn, details: { status } }) => ({ arn, status })),
      endpoints: led.map(({ arn, details: { firewallArn, status } }) => ({ arn, firewallArn, status })),
    };
    const stays = ({ details: { status } }: (typeof own)[number] | (typeof led)[number]) => status !== 'DELETING';
    const found = own.find(stays);
    if (found !== undefined) return pass(`${name} has the firewall ${found.name}`, seen);
    const endpoint = led.find(stays);
    if (endpoint !== undefined) return pass(`${name} has an endpoint of ${endpoint.details.firewallArn}`, seen);
    if (own.length + led.length > 0)
      return fail(`${name} has a firewall that is being deleted only; expected one that stays`, seen);
    // Whether a transit gateway leads the traffic of a VPC to a firewall is in its route tables, not in the VPC.
    const central = firewalls.filter(({ details: { at } }) => at === 'transit gateway').map((one) => one.name);
    return fail(
      `${name} has no firewall of Network Firewall in it${central.length === 0 ? '' : `; whether a transit gateway leads its traffic to ${central.join(', ')} was not looked at`}`,
      { ...seen, central },
    );
  },
});
