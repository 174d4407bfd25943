import check from '../../../checks/cloudtrail/cloudtrail-trail-bucket-access-logging-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { foreign, goodTrail } from './trails.ts';

const other = { id: 'other', createdAt: undefined, logging: { target: undefined, prefix: undefined } };
const logged = { id: 'trail-logs', createdAt: undefined, logging: { target: 'access-logs', prefix: 'trail/' } };
const notLogged = { ...logged, logging: other.logging };

checkSuite(check, goodTrail, [
  {
    when: 'access to the bucket is logged',
    along: { buckets: [other, logged] },
    expect: 'pass',
    message: /trail-logs, whose access is logged to access-logs/,
  },
  {
    when: 'access to the bucket is not logged',
    along: { buckets: [notLogged] },
    expect: 'fail',
    message: /trail-logs, whose access is not logged/,
  },
  {
    when: 'the bucket is not one of the account',
    along: { buckets: [other] },
    expect: 'unknown',
    message: /trail-logs/,
  },
  {
    when: 'the trail belongs to another account',
    given: foreign,
    along: { buckets: [notLogged] },
    expect: 'not-applicable',
  },
]);
