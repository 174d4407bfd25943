import check from '../../../checks/redshift/redshift-cluster-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { group, letsIn, openNetwork } from '../../helpers/open-network.ts';
import { base } from './base.ts';

const open = openNetwork(5439);
const placed = { ...base, subnetIds: ['subnet-1', 'subnet-2'] };
const failing = { given: { publiclyAccessible: true }, expect: 'fail' } as const;

checkSuite(check, placed, [
  { when: 'it has no public address, whatever the network lets in', given: {}, along: open, expect: 'pass' },
  { when: 'AWS does not say', given: { publiclyAccessible: undefined }, along: open, expect: 'unknown' },
  { when: 'the internet reaches it', ...failing, along: open, message: /the internet reaches it on tcp 5439/ },
  {
    when: 'nothing lets the internet in',
    ...failing,
    along: { ...open, securityGroups: [group('sg-1', letsIn(5439, '10.0.0.0/8'))] },
    message: /nothing lets the internet in today/,
  },
  {
    when: 'its subnet group is not listed',
    given: { publiclyAccessible: true, subnetIds: undefined },
    along: open,
    expect: 'fail',
    message: /was not read: AWS does not say in which subnets/,
  },
]);
