import check from '../../../checks/iam/iam-customer-policy-no-not-action.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { document, policyBase } from './fixtures.ts';

checkSuite(check, policyBase, [
  { when: 'actions are listed', given: { document: document({ Action: ['s3:GetObject', 'ec2:*'] }) }, expect: 'pass' },
  {
    when: 'NotAction allows',
    given: { document: document({ Action: 's3:*' }, { Sid: 'Rest', NotAction: 'iam:*' }) },
    expect: 'fail',
    message: /Sid "Rest"/,
  },
  {
    when: 'NotAction denies',
    given: { document: document({ Action: 's3:*' }, { Effect: 'Deny', NotAction: 's3:*' }) },
    expect: 'pass',
  },
  {
    when: 'the word stands in a Sid only',
    given: { document: document({ Sid: 'NotAction', Action: 's3:*' }) },
    expect: 'pass',
  },
  {
    when: 'the only statement is no list',
    given: { document: { Version: '2012-10-17', Statement: { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' } } },
    expect: 'fail',
  },
  {
    when: 'the document cannot be read',
    given: { document: '{not json' },
    expect: 'unknown',
    message: /cannot be read/,
  },
  {
    when: 'AWS wrote the policy',
    given: { awsManaged: true, document: document({ NotAction: 'iam:*' }) },
    expect: 'not-applicable',
  },
]);
