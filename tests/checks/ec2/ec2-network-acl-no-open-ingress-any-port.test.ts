import check from '../../../checks/ec2/ec2-network-acl-no-open-ingress-any-port.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { defaultAcl, entry, lastEntry } from './rules.ts';

checkSuite(check, defaultAcl, [
  {
    when: 'it is as a VPC comes with it',
    expect: 'fail',
    message: /^acl-1, the default of its VPC, lets the internet in on all ports.*1 subnet uses it$/,
  },
  { when: 'it has no entries but the last', given: { entries: [lastEntry] }, expect: 'pass' },
  {
    when: 'it allows some ports',
    given: { entries: [entry(100, 'allow', [443, 443]), entry(110, 'allow', [1024, 65_535]), lastEntry] },
    expect: 'pass',
  },
  {
    when: 'several entries allow all of them',
    given: { entries: [entry(100, 'allow', [0, 1023]), entry(110, 'allow', [1024, 65_535]), lastEntry] },
    expect: 'fail',
  },
  {
    when: 'everything is denied first',
    given: { entries: [entry(50, 'deny'), entry(100, 'allow'), lastEntry] },
    expect: 'pass',
  },
  {
    when: 'all IPv6 is allowed',
    given: { entries: [entry(101, 'allow', undefined, { cidr: undefined, ipv6Cidr: '::/0' })], isDefault: false },
    expect: 'fail',
    message: /over IPv6/,
  },
  {
    when: 'everything is allowed out only',
    given: { entries: [entry(100, 'allow', undefined, { egress: true }), lastEntry] },
    expect: 'pass',
  },
  {
    when: 'everything is allowed from a private network',
    given: { entries: [entry(100, 'allow', undefined, { cidr: '10.0.0.0/8' }), lastEntry] },
    expect: 'pass',
  },
  { when: 'no subnet uses it', given: { subnetIds: [] }, expect: 'fail', message: /no subnet uses it/ },
  { when: 'another account owns it', given: { ownerId: '444455556666' }, expect: 'not-applicable' },
]);
