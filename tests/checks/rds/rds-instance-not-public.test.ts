import check from '../../../checks/rds/rds-instance-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { acl, group, letsIn, openNetwork, subnet, table } from '../../helpers/open-network.ts';
import { base } from './base.ts';

const open = openNetwork(5432);
const flagged = { publiclyAccessible: true };
const failing = { given: flagged, expect: 'fail' } as const;

checkSuite(check, { ...base, publiclyAccessible: false }, [
  { when: 'it has no public address, whatever the network lets in', given: {}, along: open, expect: 'pass' },
  { when: 'AWS does not say', given: { publiclyAccessible: undefined }, along: open, expect: 'unknown' },
  {
    when: 'the internet reaches it',
    ...failing,
    along: open,
    message:
      /public address at port 5432; expected a private one; the internet reaches it on tcp 5432: sg-1 and acl-1 let it in, rtb-1 routes to igw-1/,
  },
  {
    when: 'one of its subnets leads to the internet',
    ...failing,
    along: { ...open, routeTables: [table('rtb-1', 'subnet-1', 'nat-1'), table('rtb-2', 'subnet-2', 'igw-1')] },
    message: /reaches it on tcp 5432: .*rtb-2 routes to igw-1/,
  },
  {
    when: 'no subnet leads to the internet',
    ...failing,
    along: { ...open, routeTables: [table('rtb-1', 'subnet-1', undefined, true)] },
    message: /nothing lets the internet in today: .*no IPv4 default route/,
  },
  {
    when: 'another port is open',
    ...failing,
    along: { ...open, securityGroups: [group('sg-1', letsIn(22, '0.0.0.0/0'))] },
    message: /nothing lets the internet in today: no security group opens tcp 5432/,
  },
  {
    when: 'an office is let in',
    ...failing,
    along: { ...open, securityGroups: [group('sg-1', letsIn(5432, '198.51.100.0/24'))] },
    message: /nothing lets the internet in today/,
  },
  {
    when: 'IPv6 alone is let in',
    ...failing,
    along: { ...open, securityGroups: [group('sg-1', letsIn(5432, '::/0'))] },
    message: /nothing lets the internet in today/,
  },
  {
    when: 'half of the internet is let in, twice',
    ...failing,
    along: {
      ...open,
      securityGroups: [group('sg-1', letsIn(5432, '0.0.0.0/1'), letsIn(5432, '128.0.0.0/1'))],
    },
    message: /the internet reaches it/,
  },
  {
    when: 'the network ACL denies',
    ...failing,
    along: { ...open, acls: [acl(['subnet-1', 'subnet-2'], 'deny')] },
    message: /nothing lets the internet in today: .*acl-1/,
  },
  {
    when: 'VPC Block Public Access closes the subnets',
    ...failing,
    along: { ...open, subnets: [subnet('subnet-1', 'block-ingress'), subnet('subnet-2', 'block-ingress')] },
    message: /nothing lets the internet in today: .*VPC Block Public Access/,
  },
  {
    when: 'a firewall inspects',
    ...failing,
    along: {
      ...open,
      routeTables: [
        { ...table('rtb-1', 'subnet-1', 'vpce-1'), subnetIds: ['subnet-1', 'subnet-2'] },
        table('rtb-9', 'subnet-9', 'igw-1'),
      ],
    },
    message: /the internet may reach it on tcp 5432, depending on the rules of what inspects the traffic at vpce-1/,
  },
  {
    when: 'route tables could not be read',
    ...failing,
    along: { ...open, routeTables: [] },
    unreadAlong: { routeTables: { actions: ['ec2:DescribeRouteTables'], cause: 'denied' } },
    message: /whether the internet reaches it was not read: route tables were not read: denied/,
  },
  {
    when: 'AWS does not say in which subnets it is',
    given: { ...flagged, subnetIds: undefined },
    along: open,
    expect: 'fail',
    message: /was not read: AWS does not say in which subnets it is/,
  },
  {
    when: 'AWS does not say which groups it has',
    given: { ...flagged, groupIds: [] },
    along: open,
    expect: 'fail',
    message: /was not read: AWS does not say which security groups it has/,
  },
  {
    when: 'it has no port yet, and some port is open',
    given: { ...flagged, port: undefined },
    along: open,
    expect: 'fail',
    message: /has a public address; expected a private one; the internet reaches it on tcp 5432/,
  },
]);
