import check from '../../../checks/ram/ram-shared-subnet-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { plainMember } from '../../helpers/standing.ts';
import { ownShare } from './shares.ts';

const subnet = {
  id: 'subnet-1',
  name: 'apps',
  arn: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1',
  ownerId: '111122223333' as string | undefined,
  vpcId: 'vpc-1' as string | undefined,
  cidrs: [],
  assignsPublicIp: undefined,
  internetGatewayBlockMode: undefined,
};
const route = (gatewayId: string, state = 'active') => ({
  destination: '0.0.0.0/0',
  prefixListId: undefined,
  state: state as 'active' | 'blackhole',
  gatewayId,
  applianceId: undefined,
  peeringId: undefined,
});
const table = (id: string, subnetIds: string[], ...routes: ReturnType<typeof route>[]) => ({
  id,
  ownerId: '111122223333',
  vpcId: 'vpc-1',
  main: subnetIds.length === 0,
  subnetIds,
  edgeGatewayIds: [],
  routes,
});
const shared = { ...plainMember, shares: [ownShare] };

checkSuite(check, subnet, [
  {
    when: 'it has no route to a gateway',
    along: { ...shared, routeTables: [table('rtb-1', ['subnet-1'], route('local'))] },
    expect: 'pass',
  },
  {
    when: 'its own table has one',
    along: { ...shared, routeTables: [table('rtb-0', []), table('rtb-1', ['subnet-1'], route('igw-1'))] },
    expect: 'fail',
    message: /shared \(network\) and has a route to igw-1/,
  },
  {
    when: "its VPC's main table has one",
    along: { ...shared, routeTables: [table('rtb-0', [], route('igw-1'))] },
    expect: 'fail',
  },
  {
    when: 'only the main table, which it does not use, has one',
    along: {
      ...shared,
      routeTables: [table('rtb-0', [], route('igw-1')), table('rtb-1', ['subnet-1'], route('nat-1'))],
    },
    expect: 'pass',
  },
  {
    when: 'the gateway is gone',
    along: { ...shared, routeTables: [table('rtb-1', ['subnet-1'], route('igw-1', 'blackhole'))] },
    expect: 'pass',
  },
  { when: 'no table of it is listed', along: shared, expect: 'unknown' },
  {
    when: 'it is not shared',
    along: { ...plainMember, routeTables: [table('rtb-0', [], route('igw-1'))] },
    expect: 'not-applicable',
  },
  { when: 'another account owns it', given: { ownerId: '444455556666' }, along: shared, expect: 'not-applicable' },
]);
