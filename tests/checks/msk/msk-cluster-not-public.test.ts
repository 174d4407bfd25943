import check from '../../../checks/msk/msk-cluster-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { group, letsIn, openNetwork } from '../../helpers/open-network.ts';

const open = openNetwork(9198);
const base = {
  id: 'orders',
  name: 'orders',
  arn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/orders/2f7a1c0e',
  type: 'PROVISIONED',
  version: 'K3AEGXETSR30VB',
  encryption: undefined,
  keyId: undefined,
  publicAccess: 'DISABLED',
  subnetIds: ['subnet-1', 'subnet-2'],
  groupIds: ['sg-1'],
  clients: 'TLS',
  betweenBrokers: true,
  unauthenticated: false,
  monitoring: 'DEFAULT',
  logging: true,
} as const;
const given = { publicAccess: 'SERVICE_PROVIDED_EIPS' };

checkSuite(check, base, [
  { when: 'public access is off, whatever the network lets in', given: {}, along: open, expect: 'pass' },
  { when: 'AWS does not say', given: { publicAccess: undefined }, along: open, expect: 'unknown' },
  { when: 'AWS says something new', given: { publicAccess: 'OWN_EIPS' }, along: open, expect: 'unknown' },
  {
    when: 'the internet reaches it',
    given,
    along: open,
    expect: 'fail',
    message: /the internet reaches it on tcp 9198/,
  },
  {
    when: 'nothing lets the internet in',
    given,
    along: { ...open, securityGroups: [group('sg-1', letsIn(9198, '10.0.0.0/8'))] },
    expect: 'fail',
    message: /nothing lets the internet in today/,
  },
  {
    when: 'AWS does not say in which subnets it is',
    given: { ...given, subnetIds: undefined },
    along: open,
    expect: 'fail',
    message: /was not read: AWS does not say in which subnets/,
  },
  {
    when: 'its subnets are not listed',
    given: { ...given, subnetIds: ['subnet-9'] },
    along: open,
    expect: 'fail',
    message: /subnet-9 is not visible to this account/,
  },
  {
    when: 'it is serverless',
    given: { type: 'SERVERLESS', publicAccess: undefined, subnetIds: undefined, groupIds: undefined },
    along: open,
    expect: 'pass',
  },
]);
