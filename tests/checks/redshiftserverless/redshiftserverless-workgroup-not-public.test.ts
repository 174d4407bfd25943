import check from '../../../checks/redshiftserverless/redshiftserverless-workgroup-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { group, letsIn, openNetwork } from '../../helpers/open-network.ts';

const open = openNetwork(5439);
const base = {
  id: 'reports',
  name: 'reports',
  arn: 'arn:aws:redshift-serverless:eu-west-1:111122223333:workgroup/reports',
  enhancedVpcRouting: true,
  publiclyAccessible: false,
  port: 5439,
  subnetIds: ['subnet-1', 'subnet-2'],
  groupIds: ['sg-1'],
  tls: true,
};
const failing = { given: { publiclyAccessible: true }, expect: 'fail' } as const;

checkSuite(check, base, [
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
    when: 'its subnets are not listed',
    given: { publiclyAccessible: true, subnetIds: ['subnet-9'] },
    along: open,
    expect: 'fail',
    message: /was not read/,
  },
]);
