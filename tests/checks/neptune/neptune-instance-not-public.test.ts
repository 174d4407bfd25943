import check from '../../../checks/neptune/neptune-instance-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { group, letsIn, openNetwork } from '../../helpers/open-network.ts';

const base = {
  id: 'graph-1',
  name: 'graph-1',
  arn: 'arn:aws:rds:eu-west-1:111122223333:db:graph-1',
  tags: {},
  minorUpgrades: true,
  publiclyAccessible: false as boolean | undefined,
  port: 8182,
  vpcId: 'vpc-1',
  subnetIds: ['subnet-1', 'subnet-2'],
  groupIds: ['sg-1'],
};
const open = openNetwork(8182);

// What lies between the internet and an address: see the table of rds-instance-not-public.
checkSuite(check, base, [
  { when: 'it has no public endpoint', given: {}, along: open, expect: 'pass' },
  { when: 'AWS does not say', given: { publiclyAccessible: undefined }, along: open, expect: 'unknown' },
  {
    when: 'the internet reaches it',
    given: { publiclyAccessible: true },
    along: open,
    expect: 'fail',
    message: /public address at port 8182; expected a private one; the internet reaches it on tcp 8182/,
  },
  {
    when: 'another port is open',
    given: { publiclyAccessible: true },
    along: { ...open, securityGroups: [group('sg-1', letsIn(22, '0.0.0.0/0'))] },
    expect: 'fail',
    message: /nothing lets the internet in today/,
  },
]);
