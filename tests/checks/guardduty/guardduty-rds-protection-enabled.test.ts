import check from '../../../checks/guardduty/guardduty-rds-protection-enabled.ts';
import { feature, gone, on, suspended } from '../../helpers/guardduty.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, on([feature('RDS_LOGIN_EVENTS', 'ENABLED')]), [
  { when: 'the plan is on', expect: 'pass', message: /turned on/ },
  {
    when: 'the plan is off',
    given: on([feature('RDS_LOGIN_EVENTS', 'DISABLED')]),
    expect: 'fail',
    message: /turned off/,
  },
  {
    when: 'the detector does not list the plan',
    given: on([feature('FLOW_LOGS', 'ENABLED')]),
    expect: 'unknown',
    message: /does not list RDS_LOGIN_EVENTS/,
  },
  { when: 'there is no detector', given: gone, expect: 'fail', message: /is off, so/ },
  {
    when: 'the detector is suspended',
    given: suspended([feature('RDS_LOGIN_EVENTS', 'ENABLED')]),
    expect: 'fail',
    message: /suspended/,
  },
  { when: 'the answer says nothing of features', given: on(undefined), expect: 'unknown' },
]);
