import check from '../../../checks/s3/s3-bucket-access-logging-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const bucket = { id: 'reports', name: 'reports', createdAt: undefined, logging: { target: 'logs', prefix: '' } };
const silent = { logging: { target: undefined, prefix: undefined } };

checkSuite(check, bucket, [
  { when: 'requests are logged', expect: 'pass', message: /to logs/ },
  { when: 'nothing is logged', given: silent, along: { others: [bucket] }, expect: 'fail' },
  {
    when: 'it takes the logs of another bucket',
    given: { ...silent, id: 'logs', name: 'logs' },
    along: { others: [bucket] },
    expect: 'not-applicable',
  },
  {
    when: 'it took its own logs',
    given: silent,
    along: { others: [{ ...bucket, logging: { target: 'reports', prefix: '' } }] },
    expect: 'fail',
  },
]);
