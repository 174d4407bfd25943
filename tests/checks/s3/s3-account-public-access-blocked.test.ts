import check from '../../../checks/s3/s3-account-public-access-blocked.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { block } from '../../helpers/s3.ts';

checkSuite(check, { id: '111122223333', publicAccessBlock: block(true) }, [
  { when: 'all four are on', expect: 'pass' },
  { when: 'there is none', given: { publicAccessBlock: undefined }, expect: 'fail', message: /no public-access block/ },
  {
    when: 'one is off',
    given: { publicAccessBlock: block(true, { BlockPublicPolicy: false }) },
    expect: 'fail',
    message: /leaves BlockPublicPolicy of/,
  },
  {
    when: 'all are off',
    given: { publicAccessBlock: block(false) },
    expect: 'fail',
    message: /BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets/,
  },
]);
