import check from '../../../checks/mq/mq-broker-logging-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const details = {
  publiclyAccessible: undefined,
  subnetIds: undefined,
  groupIds: undefined,
  ports: undefined,
  autoMinorVersionUpgrade: undefined,
  awsOwnedKey: undefined,
  keyId: undefined,
  generalLogs: true,
  auditLogs: true,
};
const base = {
  id: 'b-1',
  name: 'billing',
  arn: 'arn:aws:mq:eu-west-1:111122223333:broker:billing:b-1',
  engine: 'ACTIVEMQ',
  deployment: 'SINGLE_INSTANCE' as const,
  details,
};
const given = (more: object, engine = 'ACTIVEMQ'): object => ({ engine, details: { ...details, ...more } });

checkSuite(check, base, [
  { when: 'it writes both', expect: 'pass' },
  { when: 'it writes no audit logs', given: given({ auditLogs: false }), expect: 'fail' },
  { when: 'of audit logs nothing is said', given: given({ auditLogs: undefined }), expect: 'unknown' },
  { when: 'it is RabbitMQ', given: given({ auditLogs: undefined }, 'RABBITMQ'), expect: 'pass' },
  { when: 'RabbitMQ writes none', given: given({ generalLogs: false }, 'RABBITMQ'), expect: 'fail' },
  { when: 'it is gone', given: { details: undefined }, expect: 'unknown' },
  { when: 'it is of another engine', given: given({}, 'KAFKA'), expect: 'unknown' },
]);
