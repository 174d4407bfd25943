import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { gatewayOf } from '../../src/judgements/network/subnet-routes.ts';
import { shares } from '../../src/judgements/organization/shares.ts';
import { routeTable } from '../../src/services/ec2/route-table.ts';
import { subnet } from '../../src/services/ec2/subnet.ts';

export default defineCheck({
  id: 'ram-shared-subnet-not-public',
  title: 'Subnet that is shared has no route to the internet',
  resource: subnet,
  derived: { shares },
  along: { routeTables: along(routeTable, { reach: 'region' }) },
  risk: 'Other accounts start what they like in a subnet that is shared: with a route to an internet gateway they put it on the internet, in a network that somebody else answers for.',
  fix: {
    text: 'Share private subnets only: take the subnet out of the share, or the route to the internet gateway out of its route table. What runs in it and uses the route is cut off.',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html'],
  evaluate({ name, id, arn, account, ownerId, vpcId }, { derived, along: { routeTables } }) {
    if (ownerId !== undefined && ownerId !== account) return notApplicable('the subnet is of another account');
    const shared = derived.shares.of(arn);
    if (shared.length === 0) return notApplicable('the subnet is not shared');
    const gateway = gatewayOf({ id, vpcId }, routeTables);
    if (gateway === 'unknown') return unknown(`no route table of subnet ${name} was listed`);
    const who = shared.map(({ share }) => share);
    return gateway === undefined
      ? pass(`Subnet ${name} is shared (${who.join(', ')}) and has no route to an internet gateway`, { shares: who })
      : fail(`Subnet ${name} is shared (${who.join(', ')}) and has a route to ${gateway}`, { shares: who, gateway });
  },
});
