import check from '../../../checks/mq/mq-broker-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { group, letsIn, openNetwork } from '../../helpers/open-network.ts';

const details = {
  publiclyAccessible: false as boolean | undefined,
  subnetIds: ['subnet-1'],
  groupIds: ['sg-1'],
  ports: [8162, 61617],
  autoMinorVersionUpgrade: undefined,
  awsOwnedKey: undefined,
  keyId: undefined,
  generalLogs: undefined,
  auditLogs: undefined,
};
const base = {
  id: 'b-1',
  name: 'billing',
  arn: 'arn:aws:mq:eu-west-1:111122223333:broker:billing:b-1',
  engine: 'ACTIVEMQ',
  deployment: 'SINGLE_INSTANCE' as const,
  details,
};
const open = openNetwork(61617);
const open22 = { ...open, securityGroups: [group('sg-1', letsIn(22, '0.0.0.0/0'))] };
const given = (more: object, engine = 'ACTIVEMQ'): object => ({
  engine,
  details: { ...details, publiclyAccessible: true, ...more },
});

// What lies between the internet and an address: see the table of rds-instance-not-public.
checkSuite(check, base, [
  { when: 'it has no public address', along: open, expect: 'pass' },
  { when: 'AWS does not say', given: given({ publiclyAccessible: undefined }), along: open, expect: 'unknown' },
  { when: 'it is gone', given: { details: undefined }, along: open, expect: 'unknown' },
  {
    when: 'the internet reaches it',
    given: given({}),
    along: open,
    expect: 'fail',
    message: /the internet reaches it on tcp 61617/,
  },
  {
    when: 'a port is let in at which it does not listen',
    given: given({}),
    along: open22,
    expect: 'fail',
    message: /nothing lets the internet in today/,
  },
  {
    when: 'where it listens is not said',
    given: given({ ports: [] }),
    along: open22,
    expect: 'fail',
    message: /the internet reaches it on tcp 22/,
  },
  {
    when: 'a snapshot of an earlier version does not say where it is',
    given: given({ subnetIds: undefined, groupIds: undefined, ports: undefined }),
    along: open,
    expect: 'fail',
    message: /was not read: AWS does not say in which subnets/,
  },
  {
    when: 'it is of RabbitMQ, where no group stands before it',
    given: given({ subnetIds: [], groupIds: [], ports: [5671] }, 'RABBITMQ'),
    along: { ...open, securityGroups: [] },
    expect: 'fail',
    message: /has public addresses/,
  },
]);
