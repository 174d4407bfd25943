import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { parseCidr, subtractIntervals } from '../../src/text/cidr.ts';
import { routeTable } from '../../src/services/ec2/route-table.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';
import { vpcPeeringConnection } from '../../src/services/ec2/vpc-peering-connection.ts';

export default defineCheck({
  id: 'vpc-peering-routes-least-privilege',
  title: 'Routes through a peering connection lead to parts of the peer VPC only',
  resource: vpcPeeringConnection,
  along: { routeTables: along(routeTable, { reach: 'region' }) },
  risk: 'A route to the whole peer network lets whoever breaks into one VPC reach everything in the other, not just the systems that the peering was made for.',
  fix: {
    text: 'Replace the route to the whole peer VPC by routes to the subnets or hosts that are really needed, on both sides.',
    terraform:
      'resource "aws_route" "peer_database" {\n  route_table_id            = aws_route_table.app.id\n  destination_cidr_block    = "10.1.20.0/24"\n  vpc_peering_connection_id = "{id}"\n}',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-partial-access.html'],
  evaluate(subject, { along: { routeTables } }) {
    const { id, status, requester, accepter } = subject;
    const name = labelOf(subject);
    if (status !== 'active') return notApplicable(`${name} carries no traffic: its status is ${status ?? 'not known'}`);
    const wide: { table: string; covers: string; routes: readonly string[] }[] = [];
    const unread: string[] = [];
    let routes = 0;
    for (const table of routeTables) {
      const through = table.routes.filter(({ peeringId, state }) => peeringId === id && state !== 'blackhole');
      if (through.length === 0) continue;
      routes += through.length;
      const peer = table.vpcId === requester.vpcId ? accepter : requester;
      const destinations = through.flatMap(({ destination }) => destination ?? []);
      const covered = peer.cidrs.filter((cidr) => isCovered(cidr, destinations));
      for (const covers of covered) wide.push({ table: table.id, covers, routes: destinations });
      if (covered.length > 0) continue;
      if (peer.cidrs.length === 0) unread.push(`the address blocks of ${peer.vpcId ?? 'the peer VPC'} are not known`);
      const lists = through.flatMap(({ prefixListId }) => prefixListId ?? []);
      if (lists.length > 0)
        unread.push(`${table.id} routes to prefix list ${lists.join(', ')}, whose entries were not read`);
    }
    if (wide.length > 0) {
      const what = wide.map(({ table, covers }) => `${table} reaches all of ${covers}`).join(', ');
      return fail(`${name} is used by routes to a whole peer network: ${what}; expected narrower destinations`, {
        routes: wide,
      });
    }
    if (unread.length > 0) return unknown(`${name} could not be judged: ${unread.join(', ')}`);
    return routes === 0
      ? pass(`${name} is used by no route of this account and region`)
      : pass(`${name} is used by routes to parts of the peer network only`, { routes });
  },
});

/** Whether destinations together hold a whole block: two routes to its halves reach all of it as one does. */
function isCovered(cidr: string, destinations: readonly string[]): boolean {
  const block = parseCidr(cidr);
  if (block === undefined) return false;
  const held = destinations.map((text) => parseCidr(text)).filter((each) => each?.family === block.family);
  return (
    subtractIntervals(
      [block],
      held.filter((each) => each !== undefined),
    ).length === 0
  );
}
