import check from '../../../checks/cloudtrail/cloudtrail-trail-insights-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { foreign, goodTrail, stopped } from './trails.ts';

const on = { insights: { types: 'ApiCallRateInsight' } };

checkSuite(check, { ...goodTrail, ...on }, [
  { when: 'it does', expect: 'pass', message: /ApiCallRateInsight/ },
  { when: 'there is nothing to look for', given: { insights: { types: undefined } }, expect: 'fail' },
  { when: 'it has no such setting', given: { insights: undefined }, expect: 'fail' },
  { when: 'it is off', given: { ...stopped, ...on }, expect: 'not-applicable' },
  { when: 'it is off and looks for nothing', given: { ...stopped, insights: undefined }, expect: 'fail' },
  { when: 'it belongs to another account', given: { ...foreign, ...on }, expect: 'not-applicable' },
]);
