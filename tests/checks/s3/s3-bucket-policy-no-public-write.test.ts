import check from '../../../checks/s3/s3-bucket-policy-no-public-write.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold, perimeter, resourceControls } from '../../helpers/controls.ts';
import { accounts, block, policyOf } from '../../helpers/s3.ts';

const arn = 'arn:aws:s3:::logs';
const allow = (principal: unknown, action: unknown, more: object = {}) =>
  policyOf({ Effect: 'Allow', Principal: principal, Action: action, Resource: [arn, `${arn}/*`], ...more });
const along = { accounts: accounts() };

checkSuite(check, { id: 'logs', arn, createdAt: undefined, policy: undefined, publicAccessBlock: undefined }, [
  { when: 'there is no policy', along, expect: 'pass', message: /no bucket policy/ },
  {
    when: 'everyone may only read',
    given: { policy: allow('*', 's3:GetObject') },
    along,
    expect: 'pass',
    message: /not writable or manageable by strangers/,
  },
  {
    when: 'everyone may put objects',
    given: { policy: allow('*', ['s3:PutObject']) },
    along,
    expect: 'fail',
    message:
      /^logs is writable by anyone on the internet: anonymous s3:PutObject on arn:aws:s3:::logs\/\* passes by statement 1$/,
  },
  {
    when: 'an action in another case is given by a pattern',
    given: { policy: allow({ AWS: '*' }, 'S3:put*') },
    along,
    expect: 'fail',
    message: /writable and manageable/,
  },
  {
    when: 'everyone may change the policy',
    given: { policy: allow('*', 's3:PutBucketPolicy') },
    along,
    expect: 'fail',
    message: /manageable by anyone/,
  },
  {
    when: 'everything but reading is allowed',
    given: { policy: policyOf({ Effect: 'Allow', Principal: '*', NotAction: 's3:Get*', Resource: `${arn}/*` }) },
    along,
    expect: 'fail',
  },
  {
    when: 'the write is limited to the organization',
    given: {
      policy: allow('*', 's3:PutObject', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } } }),
    },
    along,
    expect: 'pass',
  },
  {
    when: 'a service writes',
    given: { policy: allow({ Service: 'logging.s3.amazonaws.com' }, 's3:PutObject') },
    along,
    expect: 'pass',
  },
  {
    when: 'the bucket restricts public policies',
    given: { policy: allow('*', 's3:PutObject'), publicAccessBlock: block(true) },
    along,
    expect: 'pass',
  },
  {
    when: 'the account restricts public policies',
    given: { policy: allow('*', 's3:PutObject') },
    along: { accounts: accounts(block(true)) },
    expect: 'pass',
  },
  { when: 'the policy cannot be parsed', given: { policy: 'nonsense' }, along, expect: 'unknown' },
  {
    when: 'a resource control policy keeps strangers out',
    given: { policy: allow('*', 's3:PutObject') },
    along: { ...along, ...resourceControls(perimeter('s3:*')) },
    expect: 'pass',
  },
  {
    when: 'resource control policies are not known, which it says',
    given: { policy: allow('*', 's3:PutObject') },
    along,
    unreadAlong: { resourceControls: notTold },
    expect: 'fail',
    message: /not read \(organizations:ListRoots denied\) and may narrow it$/,
  },
]);
