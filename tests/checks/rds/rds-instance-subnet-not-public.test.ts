import check from '../../../checks/rds/rds-instance-subnet-not-public.ts';
import { base } from './base.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

interface Table {
  readonly main: boolean;
  readonly vpcId: string;
  readonly subnetIds: string[];
  readonly destination: string;
  readonly state: 'active' | 'blackhole';
  readonly gatewayId: string | undefined;
}

/** A table with one route. */
const table = (id: string, { main = false, vpcId = 'vpc-1', subnetIds = [], ...route }: Partial<Table>) => ({
  id,
  name: id,
  arn: `arn:aws:ec2:eu-west-1:111122223333:route-table/${id}`,
  tags: {},
  ownerId: '111122223333',
  vpcId,
  main,
  subnetIds,
  edgeGatewayIds: [],
  routes: [
    {
      destination: '0.0.0.0/0',
      prefixListId: undefined,
      state: 'active' as Table['state'],
      gatewayId: undefined,
      applianceId: undefined,
      peeringId: undefined,
      ...route,
    },
  ],
});
const toInternet = (destination = '0.0.0.0/0', state: Table['state'] = 'active') => ({
  destination,
  state,
  gatewayId: 'igw-1',
});
const toNat = {};
const tables = (...routeTables: ReturnType<typeof table>[]) => ({ routeTables });
const main = { main: true };

checkSuite(check, base, [
  {
    when: 'the main table leads to NAT',
    given: {},
    along: tables(table('rtb-m', { ...main, ...toNat })),
    expect: 'pass',
  },
  {
    when: 'one subnet has a table that leads to an internet gateway',
    given: {},
    along: tables(table('rtb-m', main), table('rtb-1', { subnetIds: ['subnet-2'], ...toInternet() })),
    expect: 'fail',
    message: /subnet-2 \(rtb-1\)/,
  },
  {
    when: 'the main table leads to an internet gateway by IPv6',
    given: {},
    along: tables(table('rtb-m', { ...main, ...toInternet('::/0') })),
    expect: 'fail',
  },
  {
    when: 'the main table does, and both have their own',
    given: {},
    along: tables(
      table('rtb-m', { ...main, ...toInternet() }),
      table('rtb-1', { subnetIds: ['subnet-1', 'subnet-2'], ...toNat }),
    ),
    expect: 'pass',
  },
  {
    when: 'the gateway is gone',
    given: {},
    along: tables(table('rtb-m', { ...main, ...toInternet('0.0.0.0/0', 'blackhole') })),
    expect: 'pass',
  },
  {
    when: 'the table is the main one of another VPC',
    given: {},
    along: tables(table('rtb-m', { ...main, ...toInternet(), vpcId: 'vpc-2' })),
    expect: 'unknown',
  },
  {
    when: 'route tables were not read',
    given: {},
    along: tables(),
    unreadAlong: { routeTables: { actions: ['ec2:DescribeRouteTables'], cause: 'ec2:DescribeRouteTables denied' } },
    expect: 'unknown',
  },
  { when: 'AWS does not say its subnets', given: { subnetIds: undefined }, along: tables(), expect: 'unknown' },
]);
