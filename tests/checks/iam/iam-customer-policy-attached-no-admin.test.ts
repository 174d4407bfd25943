import check from '../../../checks/iam/iam-customer-policy-attached-no-admin.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { document, policyBase } from './fixtures.ts';

checkSuite(check, policyBase, [
  {
    when: 'every action is allowed on everything',
    given: { document: document({ Action: '*' }) },
    expect: 'fail',
    message: /statement 1/,
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
  {
    when: 'the policy is attached to nothing',
    given: { attachments: 0, document: document({ Action: '*' }) },
    expect: 'not-applicable',
  },
  {
    when: 'AWS wrote the policy',
    given: { awsManaged: true, document: document({ Action: '*' }) },
    expect: 'not-applicable',
  },
]);
