import check from '../../../checks/vpc/vpc-peering-routes-least-privilege.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const side = (vpcId: string, ...cidrs: string[]) => ({ vpcId, ownerId: '111122223333', region: 'eu-west-1', cidrs });
const base = {
  id: 'pcx-1',
  status: 'active' as const,
  requester: side('vpc-1', '10.0.0.0/16'),
  accepter: side('vpc-2', '10.1.0.0/16', '10.2.0.0/16', '2600:1f18::/56'),
};

const route = (
  destination: string | undefined,
  peeringId: string | undefined = 'pcx-1',
  state: 'active' | 'blackhole' = 'active',
) => ({
  destination,
  state,
  peeringId,
  applianceId: undefined,
  prefixListId: destination === undefined ? 'pl-1' : undefined,
  gatewayId: undefined,
});
const table = (vpcId: string, ...routes: ReturnType<typeof route>[]) => ({
  id: `rtb-${vpcId}`,
  ownerId: '111122223333',
  vpcId,
  main: true,
  subnetIds: [] as string[],
  edgeGatewayIds: [] as string[],
  routes,
});
const routed = (...tables: ReturnType<typeof table>[]) => ({ routeTables: tables });

checkSuite(check, base, [
  {
    when: 'no route uses it',
    along: routed(table('vpc-1', route('10.1.0.0/16', 'pcx-2'))),
    expect: 'pass',
    message: /no route/,
  },
  {
    when: 'a route leads to a subnet',
    along: routed(table('vpc-1', route('10.1.4.0/24'))),
    expect: 'pass',
    message: /parts of the peer/,
  },
  {
    when: 'a route leads to the whole peer network',
    along: routed(table('vpc-1', route('10.1.0.0/16'))),
    expect: 'fail',
    message: /rtb-vpc-1 reaches all of 10\.1\.0\.0\/16/,
  },
  {
    when: 'a route leads to more than that',
    along: routed(table('vpc-1', route('10.0.0.0/8'))),
    expect: 'fail',
    message: /10\.2\.0\.0\/16/,
  },
  { when: 'a route leads everywhere', along: routed(table('vpc-1', route('0.0.0.0/0'))), expect: 'fail' },
  {
    when: 'a route leads to all of the second block',
    along: routed(table('vpc-1', route('10.2.0.0/16'))),
    expect: 'fail',
  },
  {
    when: 'two routes lead to the halves of the network',
    along: routed(table('vpc-1', route('10.1.0.0/17'), route('10.1.128.0/17'))),
    expect: 'fail',
  },
  {
    when: 'a route leads to all of its IPv6 block',
    along: routed(table('vpc-1', route('2600:1f18::/56'))),
    expect: 'fail',
  },
  {
    when: "the table of the other VPC is judged by the first one's block",
    along: routed(table('vpc-2', route('10.0.0.0/16'))),
    expect: 'fail',
    message: /rtb-vpc-2 reaches all of 10\.0\.0\.0\/16/,
  },
  {
    when: 'the second of two tables is too wide',
    along: routed(table('vpc-1', route('10.1.4.0/24')), table('vpc-2', route('10.0.0.0/15'))),
    expect: 'fail',
  },
  {
    when: 'the wide route leads nowhere',
    along: routed(table('vpc-1', route('10.1.0.0/16', 'pcx-1', 'blackhole'))),
    expect: 'pass',
  },
  {
    when: 'the destination is a prefix list',
    along: routed(table('vpc-1', route(undefined))),
    expect: 'unknown',
    message: /prefix list pl-1/,
  },
  {
    when: 'a prefix list stands next to a wide route',
    along: routed(table('vpc-1', route(undefined), route('10.1.0.0/16'))),
    expect: 'fail',
  },
  {
    when: 'the peer network is not known',
    given: { accepter: side('vpc-2') },
    along: routed(table('vpc-1', route('10.1.0.0/16'))),
    expect: 'unknown',
    message: /vpc-2/,
  },
  { when: 'it was never accepted', given: { status: 'pending-acceptance' }, expect: 'not-applicable' },
  {
    when: 'it was deleted',
    given: { status: 'deleted' },
    along: routed(table('vpc-1', route('10.1.0.0/16'))),
    expect: 'not-applicable',
  },
]);
