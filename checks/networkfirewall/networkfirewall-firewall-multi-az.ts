import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { routeTable } from '../../src/services/ec2/route-table.ts';
import { firewall } from '../../src/services/networkfirewall/firewall.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'networkfirewall-firewall-multi-az',
  title: 'Network firewalls are in more than one zone',
  resource: firewall,
  needs: ['details'],
  // Where traffic really passes; the zones are told without.
  along: { routeTables: along(routeTable, { reach: 'region', optional: true }) },
  risk: 'When its zone fails, the network behind it has no inspection or no way out; traffic of other zones crosses into it and costs.',
  fix: {
    text: 'Add a subnet in another zone, and route what is in that zone through the endpoint there.',
    exact: ({ arn, details: { at } }) => ({
      cli:
        at === 'vpc'
          ? shell`aws network-firewall associate-subnets --firewall-arn ${arn} --subnet-mappings SubnetId=SUBNET_ID`
          : shell`aws network-firewall associate-availability-zones --firewall-arn ${arn} --availability-zone-mappings AvailabilityZone=ZONE`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/vpc-config-route-tables.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-1',
  ],
  evaluate(subject, { along: { routeTables }, unreadAlong }) {
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    const { name, details } = subject;
    const { places, endpoints, at } = details;
    if (places.length === 0) return unknown(`AWS does not say in which zones firewall ${name} is`);
    const leads = (endpoint: string | undefined) =>
      routeTables.filter(({ routes }) => routes.some(({ gatewayId }) => gatewayId === endpoint)).map(({ id }) => id);
    const seen = {
      places,
      endpoints: endpoints.map(({ zone, endpoint }) => ({
        zone,
        endpoint,
        ...('routeTables' in unreadAlong || endpoint === undefined ? {} : { routedBy: leads(endpoint) }),
      })),
    };
    const idle = seen.endpoints.filter(({ routedBy }) => routedBy?.length === 0).map(({ zone }) => zone);
    // A transit gateway routes to it by tables of its own.
    const note =
      at !== 'vpc'
        ? ''
        : 'routeTables' in unreadAlong
          ? `; whether routes lead to it was not read: ${unreadAlong['routeTables']?.cause ?? ''}`
          : idle.length === 0
            ? ''
            : `; no route table leads to its endpoint in ${idle.join(', ')}`;
    return places.length > 1
      ? pass(`Firewall ${name} is in ${places.length} zones (${places.join(', ')})${note}`, seen)
      : fail(`Firewall ${name} is in one zone only (${places.join('')}); expected two or more${note}`, seen);
  },
});
