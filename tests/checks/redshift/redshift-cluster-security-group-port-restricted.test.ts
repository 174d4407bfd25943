import check from '../../../checks/redshift/redshift-cluster-security-group-port-restricted.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { group, letsIn } from '../../helpers/open-network.ts';
import { base } from './base.ts';

const groups = (...rules: Parameters<typeof group>[1][]) => ({
  groups: [
    {
      name: 'sg-1',
      arn: 'arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1',
      tags: {},
      ...group('sg-1', ...rules),
    } as never,
  ],
});
const whole = '0.0.0.0/0';

checkSuite(check, base, [
  { when: 'a network of clients is let in', given: {}, along: groups(letsIn(5439, '10.0.0.0/8')), expect: 'pass' },
  { when: 'nobody is let in', given: {}, along: groups(), expect: 'pass' },
  {
    when: 'the whole internet is let in',
    given: {},
    along: groups(letsIn(5439, whole)),
    expect: 'fail',
    message: /sg-1 opens to the whole internet/,
  },
  { when: 'the whole internet is let in by IPv6', given: {}, along: groups(letsIn(5439, '::/0')), expect: 'fail' },
  { when: 'another port is open', given: {}, along: groups(letsIn(22, whole)), expect: 'pass' },
  { when: 'it listens at the open port', given: { port: 22 }, along: groups(letsIn(22, whole)), expect: 'fail' },
  { when: 'every port is open', given: {}, along: groups({ ...letsIn(0, whole), toPort: 65535 }), expect: 'fail' },
  {
    when: 'every protocol is open',
    given: {},
    along: groups({ ...letsIn(0, whole), protocol: '-1', fromPort: undefined, toPort: undefined }),
    expect: 'fail',
  },
  {
    when: 'halves of the internet are let in',
    given: {},
    along: groups(letsIn(5439, '0.0.0.0/1'), letsIn(5439, '128.0.0.0/1')),
    expect: 'fail',
  },
  { when: 'UDP alone is open', given: {}, along: groups({ ...letsIn(5439, whole), protocol: 'udp' }), expect: 'pass' },
  {
    when: 'only what goes out is open',
    given: {},
    along: groups({ ...letsIn(5439, whole), direction: 'egress' }),
    expect: 'pass',
  },
  {
    when: 'it is being made and has no port',
    given: { port: undefined },
    along: groups(letsIn(5439, whole)),
    expect: 'unknown',
  },
  { when: 'AWS does not say which groups it has', given: { groupIds: undefined }, along: groups(), expect: 'unknown' },
  { when: 'a group of it is not listed', given: { groupIds: ['sg-1', 'sg-2'] }, along: groups(), expect: 'unknown' },
  {
    when: 'a group is not listed, and another is open',
    given: { groupIds: ['sg-1', 'sg-2'] },
    along: groups(letsIn(5439, whole)),
    expect: 'fail',
  },
]);
