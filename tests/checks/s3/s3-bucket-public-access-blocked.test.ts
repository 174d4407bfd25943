import check from '../../../checks/s3/s3-bucket-public-access-blocked.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { accounts, block } from '../../helpers/s3.ts';

checkSuite(check, { id: 'logs', createdAt: undefined, publicAccessBlock: block(true) }, [
  {
    when: 'the bucket blocks everything',
    along: { accounts: accounts() },
    expect: 'pass',
    message: /^logs blocks public access$/,
  },
  { when: 'the bucket needs no help of the account', expect: 'pass' },
  {
    when: 'there is no block anywhere',
    given: { publicAccessBlock: undefined },
    along: { accounts: accounts() },
    expect: 'fail',
    message: /blocks no public access, and neither does the account/,
  },
  {
    when: 'the account blocks everything',
    given: { publicAccessBlock: undefined },
    along: { accounts: accounts(block(true)) },
    expect: 'pass',
    message: /by the account's public-access block/,
  },
  {
    when: 'each blocks what the other leaves out',
    given: { publicAccessBlock: block(true, { RestrictPublicBuckets: false }) },
    along: { accounts: accounts(block(false, { RestrictPublicBuckets: true })) },
    expect: 'pass',
    message: /\(RestrictPublicBuckets\)/,
  },
  {
    when: 'one switch is off in both',
    given: { publicAccessBlock: block(true, { IgnorePublicAcls: false }) },
    along: { accounts: accounts(block(false)) },
    expect: 'fail',
    message: /leaves IgnorePublicAcls off, and so does the account/,
  },
]);
