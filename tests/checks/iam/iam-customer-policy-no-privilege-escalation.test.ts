import check from '../../../checks/iam/iam-customer-policy-no-privilege-escalation.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { awsPolicyBase, document, policyBase } from './fixtures.ts';

checkSuite(check, policyBase, [
  { when: 'it reads only', given: { document: document({ Action: ['s3:Get*', 'iam:List*'] }) }, expect: 'pass' },
  {
    when: 'it writes policies of any user',
    given: { document: document({ Action: 's3:*' }, { Sid: 'Users', Action: 'iam:Put*' }) },
    expect: 'fail',
    message: /Write an inline policy on a user: iam:PutUserPolicy \(Sid "Users"\); and 2 more ways/,
  },
  {
    when: 'it passes any role to a function',
    given: { document: document({ Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'] }) },
    expect: 'fail',
    message: /iam:PassRole, lambda:CreateFunction, lambda:InvokeFunction/,
  },
  {
    when: 'it passes a role that it names',
    given: {
      document: document(
        { Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/app' },
        { Action: ['lambda:CreateFunction', 'lambda:InvokeFunction'] },
      ),
    },
    expect: 'pass',
  },
  {
    when: 'a denial takes the action away',
    given: { document: document({ Action: 'iam:PutUserPolicy' }, { Effect: 'Deny', Action: 'iam:*' }) },
    expect: 'pass',
  },
  {
    when: 'a condition is open',
    given: {
      document: document({
        Action: 'iam:CreateAccessKey',
        Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      }),
    },
    expect: 'unknown',
  },
  { when: 'it gives everything', given: { document: document({ Action: '*' }) }, expect: 'not-applicable' },
  { when: 'the document cannot be read', given: { document: '{not json' }, expect: 'unknown' },
  {
    when: 'AWS wrote it',
    given: { ...awsPolicyBase, document: document({ Action: 'iam:*' }) },
    expect: 'not-applicable',
  },
]);
