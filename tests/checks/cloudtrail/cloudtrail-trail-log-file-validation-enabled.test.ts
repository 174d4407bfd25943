import check from '../../../checks/cloudtrail/cloudtrail-trail-log-file-validation-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { foreign, goodTrail } from './trails.ts';

checkSuite(check, goodTrail, [
  { when: 'log files are validated', expect: 'pass' },
  { when: 'log files are not validated', given: { logFileValidation: false }, expect: 'fail' },
  {
    when: 'the trail belongs to another account',
    given: { ...foreign, logFileValidation: false },
    expect: 'not-applicable',
  },
]);
