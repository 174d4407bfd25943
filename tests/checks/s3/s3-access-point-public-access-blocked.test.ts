import check from '../../../checks/s3/s3-access-point-public-access-blocked.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { accessPointOf, block } from '../../helpers/s3.ts';

checkSuite(check, { ...accessPointOf({ publicAccessBlock: block(true) }), name: 'way' }, [
  { when: 'all four are on', expect: 'pass', message: /way blocks public access to logs/ },
  {
    when: 'one is off',
    given: { publicAccessBlock: block(true, { BlockPublicAcls: false }) },
    expect: 'fail',
    message: /leaves BlockPublicAcls off for access to logs/,
  },
  {
    when: 'all are off and the access point is not a bucket’s',
    given: { publicAccessBlock: block(false), bucket: undefined },
    expect: 'fail',
    message: /off for access; expected/,
  },
  { when: 'the answer leaves the settings out', given: { publicAccessBlock: undefined }, expect: 'unknown' },
]);
