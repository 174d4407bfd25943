import check from '../../../checks/s3/s3-multi-region-access-point-public-access-blocked.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { block } from '../../helpers/s3.ts';

checkSuite(
  check,
  { id: 'abc.mrap', name: 'everywhere', status: 'READY', publicAccessBlock: block(true), buckets: ['logs'] },
  [
    { when: 'all four are on', expect: 'pass' },
    {
      when: 'one is off',
      given: { publicAccessBlock: block(true, { RestrictPublicBuckets: false }) },
      expect: 'fail',
      message: /everywhere leaves RestrictPublicBuckets off/,
    },
    {
      when: 'all are off while it is half made',
      given: { publicAccessBlock: block(false), status: 'PARTIALLY_CREATED' },
      expect: 'fail',
    },
    {
      when: 'it is being deleted',
      given: { publicAccessBlock: block(false), status: 'DELETING' },
      expect: 'not-applicable',
    },
    { when: 'the answer leaves the settings out', given: { publicAccessBlock: undefined }, expect: 'unknown' },
  ],
);
