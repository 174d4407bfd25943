import check from '../../../checks/guardduty/guardduty-detector-enabled.ts';
import { gone, on, suspended } from '../../helpers/guardduty.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, on([]), [
  { when: 'the detector is enabled', expect: 'pass', message: /eu-west-1 is on/ },
  { when: 'the detector is suspended', given: suspended([]), expect: 'fail', message: /suspended/ },
  { when: 'there is no detector', given: gone, expect: 'fail', message: /no detector/ },
]);
