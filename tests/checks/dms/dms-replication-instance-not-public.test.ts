import check from '../../../checks/dms/dms-replication-instance-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { openNetwork } from '../../helpers/open-network.ts';

const base = {
  id: 'move',
  arn: 'arn:aws:dms:eu-west-1:111122223333:rep:MOVE',
  publiclyAccessible: false as boolean | undefined,
  vpcId: 'vpc-1',
  subnetIds: ['subnet-1'],
  groupIds: ['sg-1'],
  minorUpgrades: true,
  multiAz: true,
  encryption: 'KMS' as const,
  keyId: undefined,
};

checkSuite(check, base, [
  { when: 'it has no public address', given: {}, along: openNetwork(443), expect: 'pass' },
  { when: 'AWS does not say', given: { publiclyAccessible: undefined }, along: openNetwork(443), expect: 'unknown' },
  {
    when: 'any port is reached',
    given: { publiclyAccessible: true },
    along: openNetwork(443),
    expect: 'fail',
    message: /move has a public address; expected a private one; the internet reaches it on tcp 443/,
  },
  {
    when: 'no port is reached',
    given: { publiclyAccessible: true },
    along: {
      ...openNetwork(443),
      acls: [],
      securityGroups: [{ ...openNetwork(443).securityGroups[0], rules: [] } as never],
    },
    expect: 'fail',
    message: /nothing lets the internet in today/,
  },
]);
