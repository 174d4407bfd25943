import check from '../../../checks/networkfirewall/networkfirewall-firewall-multi-az.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { table } from '../../helpers/open-network.ts';
import { firewall, shared } from './base.ts';

const places = (one: readonly string[], at: 'vpc' | 'transit gateway' = 'vpc') => ({
  details: { ...firewall.details, places: [...one], at },
});
const routed = { routeTables: [table('rtb-1', 'subnet-8', 'vpce-1'), table('rtb-2', 'subnet-9', 'vpce-2')] };

checkSuite(check, firewall, [
  {
    when: 'it is in two zones',
    given: {},
    along: routed,
    expect: 'pass',
    message: /in 2 zones \(subnet-1, subnet-2\)$/,
  },
  {
    when: 'it is in one zone',
    given: places(['subnet-1']),
    along: routed,
    expect: 'fail',
    message: /in one zone only/,
  },
  {
    when: 'no route leads to it',
    given: {},
    along: { routeTables: [table('rtb-1', 'subnet-8', 'vpce-1')] },
    expect: 'pass',
    message: /; no route table leads to its endpoint in eu-west-1b$/,
  },
  {
    when: 'it is at a transit gateway in two zones',
    given: places(['eu-west-1a', 'eu-west-1b'], 'transit gateway'),
    expect: 'pass',
    message: /\(eu-west-1a, eu-west-1b\)$/,
  },
  { when: 'it is at a transit gateway in one zone', given: places(['eu-west-1a'], 'transit gateway'), expect: 'fail' },
  {
    when: 'route tables could not be read',
    given: {},
    unreadAlong: { routeTables: { actions: ['ec2:DescribeRouteTables'], cause: 'denied' } },
    expect: 'pass',
    message: /subnet-2\); whether routes lead to it was not read: denied$/,
  },
  { when: 'AWS does not say where it is', given: places([]), expect: 'unknown' },
  { when: 'it is another account’s', ...shared },
]);
