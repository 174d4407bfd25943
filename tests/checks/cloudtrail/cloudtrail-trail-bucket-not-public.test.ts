import check from '../../../checks/cloudtrail/cloudtrail-trail-bucket-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { logBucketCases } from '../../helpers/log-bucket.ts';
import { foreign, goodTrail } from './trails.ts';

checkSuite(check, goodTrail, [
  ...logBucketCases,
  { when: 'the trail belongs to another account', given: foreign, expect: 'not-applicable' },
]);
