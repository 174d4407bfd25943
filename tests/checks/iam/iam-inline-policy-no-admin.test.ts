import check from '../../../checks/iam/iam-inline-policy-no-admin.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { document, inlineBase } from './fixtures.ts';

checkSuite(check, inlineBase, [
  {
    when: 'every action is allowed on everything',
    given: { document: document({ Action: '*' }) },
    expect: 'fail',
    message: /allows every action on every resource \(statement 1\)$/,
  },
  {
    when: 'the wildcards are lists, in any case of letters',
    given: { document: document({ Sid: 'All', Action: ['s3:GetObject', '*:*'], Resource: ['*'] }) },
    expect: 'fail',
    message: /Sid "All"/,
  },
  {
    when: 'administration depends on MFA',
    given: { document: document({ Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }) },
    expect: 'fail',
    message: /multifactorauthpresent/i,
  },
  {
    when: 'two statements together allow everything',
    given: { document: document({ NotAction: 'iam:*' }, { Action: 'iam:*' }) },
    expect: 'fail',
    message: /gives full administration \(/,
  },
  {
    when: 'actions that nobody needs for administration are left out',
    given: { document: document({ NotAction: ['aws-portal:*', 'support:*'] }) },
    expect: 'fail',
    message: /gives full administration: all actions but aws-portal:\*, support:\* \(statement 1\)$/,
  },
  {
    when: 'a long list of actions is left out',
    given: { document: document({ NotAction: ['a:*', 'b:*', 'c:*', 'd:*', 'e:*'] }) },
    expect: 'fail',
    message: /all actions but a:\*, b:\*, c:\* and 2 more/,
  },
  {
    when: 'a denial takes back something else',
    given: { document: document({ Action: '*' }, { Effect: 'Deny', Action: 'aws-portal:*' }) },
    expect: 'fail',
    message: /gives full administration \(statement 1\)$/,
  },
  {
    when: 'everything but a resource is allowed',
    given: { document: document({ Action: '*', NotResource: 'arn:aws:s3:::vault/*' }) },
    expect: 'fail',
    message: /gives full administration \(statement 1\)$/,
  },
  {
    when: 'everything but identities is allowed',
    given: { document: document({ NotAction: ['iam:*', 'organizations:*'] }) },
    expect: 'pass',
  },
  {
    when: 'a denial takes identities back',
    given: { document: document({ Action: '*' }, { Effect: 'Deny', Action: 'iam:*' }) },
    expect: 'pass',
  },
  { when: 'one service is allowed', given: { document: document({ Action: 's3:*' }) }, expect: 'pass' },
  {
    when: 'everything is allowed on one bucket',
    given: { document: document({ Action: '*', Resource: 'arn:aws:s3:::logs/*' }) },
    expect: 'pass',
  },
  {
    when: 'the document cannot be read',
    given: { document: '{not json' },
    expect: 'unknown',
    message: /cannot be read/,
  },
]);
