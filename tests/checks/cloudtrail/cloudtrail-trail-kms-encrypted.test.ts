import check from '../../../checks/cloudtrail/cloudtrail-trail-kms-encrypted.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { foreign, goodTrail } from './trails.ts';

checkSuite(check, goodTrail, [
  { when: 'the trail has a key', expect: 'pass' },
  { when: 'the trail has no key', given: { kmsKeyId: undefined }, expect: 'fail', message: /S3 managed keys/ },
  {
    when: 'the trail belongs to another account',
    given: { ...foreign, kmsKeyId: undefined },
    expect: 'not-applicable',
    message: /999988887777/,
  },
]);
