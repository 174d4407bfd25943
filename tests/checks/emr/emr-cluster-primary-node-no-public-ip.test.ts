import check from '../../../checks/emr/emr-cluster-primary-node-no-public-ip.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { group, openNetwork } from '../../helpers/open-network.ts';

const node = (publicAddress?: string, privateAddress: string | undefined = '10.0.0.4') => ({
  id: 'i-0a',
  publicAddress,
  privateAddress,
  subnetId: 'subnet-1' as string | undefined,
  groupIds: ['sg-1'] as readonly string[] | undefined,
});
const open = openNetwork(8088);
const primaries = [node('198.51.100.7')];

// What lies between the internet and an address: see the table of rds-instance-not-public.
checkSuite(
  check,
  {
    id: 'j-1',
    name: 'reports',
    arn: 'arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1',
    state: 'WAITING' as const,
    primaries: [node()],
  },
  [
    { when: 'it has a private address', given: {}, along: open, expect: 'pass' },
    { when: 'there is no node yet', given: { primaries: [] }, along: open, expect: 'not-applicable' },
    {
      when: 'one has no address yet',
      given: { primaries: [node(), { ...node(), privateAddress: undefined }] },
      along: open,
      expect: 'unknown',
    },
    {
      when: 'the internet reaches one of several',
      given: { primaries: [node(), ...primaries] },
      along: open,
      expect: 'fail',
      message:
        /nodes with public addresses: i-0a \(198.51.100.7\); expected private ones; the internet reaches it on tcp 8088/,
    },
    {
      when: 'nothing is let in',
      given: { primaries },
      along: { ...open, securityGroups: [group('sg-1')] },
      expect: 'fail',
      message: /nothing lets the internet in today/,
    },
    {
      when: 'EMR does not say which groups it has',
      given: { primaries: [{ ...node('198.51.100.7'), groupIds: undefined }] },
      along: open,
      expect: 'fail',
      message: /AWS does not say which security groups it has/,
    },
    {
      when: 'EMR does not say in which subnet it is',
      given: { primaries: [{ ...node('198.51.100.7'), subnetId: undefined }] },
      along: open,
      expect: 'fail',
      message: /AWS does not say in which subnets it is/,
    },
  ],
);
