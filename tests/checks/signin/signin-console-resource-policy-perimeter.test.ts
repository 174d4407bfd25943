import check from '../../../checks/signin/signin-console-resource-policy-perimeter.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold, resourceControls } from '../../helpers/controls.ts';

const on = { enabled: true, scope: 'ACCOUNT' };
const of = (...statements: readonly object[]) => ({
  document: {
    Version: '2012-10-17',
    Statement: statements.map((one) => ({
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: ['signin:Authenticate'],
      Resource: '*',
      ...one,
    })),
  },
  statements: statements.length,
});
const office = { Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } };
const notOffice = { Effect: 'Deny', Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } };
const none = resourceControls();

checkSuite(check, { id: '111122223333', name: 'AWS Sign-In', authorization: on, policy: of(office) }, [
  { when: 'an office is allowed', along: none, expect: 'pass' },
  { when: 'all but an office are denied', given: { policy: of(notOffice) }, along: none, expect: 'pass' },
  {
    when: 'all but a VPC are denied',
    given: { policy: of({ Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpc': ['vpc-1'] } } }) },
    along: none,
    expect: 'pass',
  },
  {
    when: 'a VPC endpoint is allowed',
    given: { policy: of({ Condition: { StringEquals: { 'aws:SourceVpce': ['vpce-1'] } } }) },
    along: none,
    expect: 'pass',
  },
  {
    when: 'all but an office are denied, and a role for emergencies is not',
    given: {
      policy: of({
        Effect: 'Deny',
        Condition: {
          NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] },
          ArnNotEquals: { 'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/emergency'] },
        },
      }),
    },
    along: none,
    expect: 'pass',
  },
  {
    when: 'another action than signing in is denied from elsewhere',
    given: { policy: of({ ...notOffice, Action: ['signin:AuthorizeOAuth2Access'] }) },
    along: none,
    expect: 'pass',
  },
  {
    when: 'every action is',
    given: { policy: of({ ...notOffice, Action: ['signin:*'] }) },
    along: none,
    expect: 'pass',
  },
  {
    when: 'everybody is allowed',
    given: { policy: of({}) },
    along: none,
    expect: 'fail',
    message: /its policy does not limit/,
  },
  {
    when: 'the whole internet is',
    given: { policy: of({ Condition: { IpAddress: { 'aws:SourceIp': ['0.0.0.0/0', '::/0'] } } }) },
    along: none,
    expect: 'fail',
  },
  {
    when: 'half of the internet is',
    given: { policy: of({ Condition: { IpAddress: { 'aws:SourceIp': ['0.0.0.0/1'] } } }) },
    along: none,
    expect: 'fail',
  },
  {
    when: 'one bad address is denied',
    given: { policy: of({ Effect: 'Deny', Condition: { IpAddress: { 'aws:SourceIp': ['198.51.100.7/32'] } } }) },
    along: none,
    expect: 'fail',
  },
  {
    when: 'one user alone is denied',
    given: {
      policy: of({
        Effect: 'Deny',
        Condition: { ArnEquals: { 'aws:PrincipalArn': ['arn:aws:iam::111122223333:user/x'] } },
      }),
    },
    along: none,
    expect: 'fail',
  },
  {
    when: 'there is no policy',
    given: { policy: undefined },
    along: none,
    expect: 'fail',
    message: /no policy limits/,
  },
  { when: 'the policy is empty', given: { policy: of() }, along: none, expect: 'fail' },
  {
    when: 'a resource control policy denies it from elsewhere',
    given: { policy: undefined },
    along: resourceControls({ Perimeter: [{ ...notOffice, Principal: '*', Action: 'signin:*', Resource: '*' }] }),
    expect: 'pass',
  },
  {
    when: 'one denies what follows the password from elsewhere',
    given: { policy: undefined },
    along: resourceControls({
      Perimeter: [{ ...notOffice, Principal: '*', Action: 'signin:AuthorizeOAuth2Access', Resource: '*' }],
    }),
    expect: 'pass',
  },
  {
    when: 'one denies something else',
    given: { policy: undefined },
    along: resourceControls({ Perimeter: [{ ...notOffice, Principal: '*', Action: 's3:*', Resource: '*' }] }),
    expect: 'fail',
  },
  {
    when: 'those were not read, and the own policy limits it',
    unreadAlong: { resourceControls: notTold },
    expect: 'pass',
  },
  {
    when: 'those were not read, and nothing else limits it',
    given: { policy: undefined },
    unreadAlong: { resourceControls: notTold },
    expect: 'unknown',
    message: /resource control policies were not read/,
  },
  {
    when: 'authorization is off',
    given: { authorization: { enabled: false, scope: 'ACCOUNT' } },
    along: none,
    expect: 'fail',
    message: /is off/,
  },
  { when: 'nobody has set it', given: { authorization: undefined }, along: none, expect: 'fail' },
  {
    when: 'it is not said',
    given: { authorization: { enabled: undefined as never, scope: 'ACCOUNT' } },
    along: none,
    expect: 'unknown',
  },
  {
    when: 'a statement has an operator of tomorrow',
    given: { policy: of({ Condition: { NearAddress: { 'aws:SourceIp': ['203.0.113.0'] } } }) },
    along: none,
    expect: 'unknown',
  },
]);
