import check from '../../../checks/guardduty/guardduty-s3-protection-enabled.ts';
import { feature, gone, on, suspended } from '../../helpers/guardduty.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, on([feature('S3_DATA_EVENTS', 'ENABLED')]), [
  { when: 'the plan is on', expect: 'pass', message: /turned on/ },
  {
    when: 'the plan is off',
    given: on([feature('S3_DATA_EVENTS', 'DISABLED')]),
    expect: 'fail',
    message: /turned off/,
  },
  {
    when: 'the detector does not list the plan',
    given: on([feature('FLOW_LOGS', 'ENABLED')]),
    expect: 'unknown',
    message: /does not list S3_DATA_EVENTS/,
  },
  { when: 'there is no detector', given: gone, expect: 'fail', message: /is off, so/ },
  {
    when: 'the detector is suspended',
    given: suspended([feature('S3_DATA_EVENTS', 'ENABLED')]),
    expect: 'fail',
    message: /suspended/,
  },
  {
    when: 'an old answer has no features but says the data source is on',
    given: on(undefined, { s3Logs: 'ENABLED' }),
    expect: 'pass',
  },
  {
    when: 'an old answer has no features but says the data source is off',
    given: on(undefined, { s3Logs: 'DISABLED' }),
    expect: 'fail',
  },
  {
    when: 'a feature contradicts the older data source',
    given: on([feature('S3_DATA_EVENTS', 'DISABLED')], { s3Logs: 'ENABLED' }),
    expect: 'fail',
  },
  { when: 'the answer says nothing of features', given: on(undefined), expect: 'unknown' },
]);
