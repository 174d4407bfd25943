import check from '../../../checks/guardduty/guardduty-no-high-severity-findings.ts';
import { gone, on, suspended } from '../../helpers/guardduty.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const none = { count: 0, more: false, worst: [] };
const two = { count: 2, more: false, worst: ['f1', 'f2'] };

checkSuite(check, { ...on([]), highFindings: none }, [
  { when: 'there are no findings', expect: 'pass' },
  {
    when: 'there is one finding',
    given: { highFindings: { count: 1, more: false, worst: ['f1'] } },
    expect: 'fail',
    message: /has 1 open finding of/,
  },
  { when: 'there are several findings', given: { highFindings: two }, expect: 'fail', message: /has 2 open findings/ },
  {
    when: 'there are more findings than are counted',
    given: { highFindings: { count: 500, more: true, worst: [] } },
    expect: 'fail',
    message: /at least 500/,
  },
  { when: 'a suspended detector still has findings', given: { ...suspended([]), highFindings: two }, expect: 'fail' },
  {
    when: 'a suspended detector has no findings',
    given: suspended([]),
    expect: 'not-applicable',
    message: /suspended/,
  },
  {
    when: 'there is no detector',
    given: { ...gone, highFindings: undefined },
    expect: 'not-applicable',
    message: /is off/,
  },
]);
