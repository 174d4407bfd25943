import check from '../../../checks/acmpca/acmpca-certificate-authority-crl-bucket-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { logBucketCases, privateBucket } from '../../helpers/log-bucket.ts';
import { authority } from './authority.ts';

const on = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };
const accounts = [{ id: '111122223333', publicAccessBlock: undefined }];
const along = { buckets: [privateBucket], accounts };

checkSuite(check, authority, [
  ...logBucketCases,
  { when: 'it writes no lists', given: { revocation: 'ocsp' }, along, expect: 'not-applicable' },
  { when: 'it writes lists beside OCSP', given: { revocation: 'both' }, along, expect: 'pass' },
  { when: 'it was deleted', given: { status: 'DELETED' }, along, expect: 'not-applicable' },
  { when: 'nothing is said of lists', given: { revocation: undefined }, along, expect: 'unknown' },
  {
    when: 'its lists are public by their ACL',
    given: { crlAcl: 'PUBLIC_READ' },
    along,
    expect: 'fail',
    message: /Services writes lists .* that everybody may read \(PUBLIC_READ\)/,
  },
  { when: 'the ACL of its lists is not said', given: { crlAcl: undefined }, along, expect: 'unknown' },
  {
    when: 'public ACLs have no effect in the bucket',
    given: { crlAcl: 'PUBLIC_READ' },
    along: { accounts, buckets: [{ ...privateBucket, publicAccessBlock: on }] },
    expect: 'pass',
  },
  {
    when: 'public ACLs have no effect in the account',
    given: { crlAcl: 'PUBLIC_READ' },
    along: { buckets: [privateBucket], accounts: [{ id: '111122223333', publicAccessBlock: on }] },
    expect: 'pass',
  },
  {
    when: 'the bucket is of another account',
    given: { crlBucket: 'elsewhere', crlAcl: 'PUBLIC_READ' },
    along,
    expect: 'unknown',
  },
]);
