import check from '../../../checks/iam/iam-inline-policy-no-cloudtrail-full-access.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { document, inlineBase } from './fixtures.ts';

checkSuite(check, inlineBase, [
  {
    when: 'the trails may be read',
    given: { document: document({ Action: ['cloudtrail:Get*', 'cloudtrail:LookupEvents'] }) },
    expect: 'pass',
  },
  {
    when: 'all of CloudTrail is allowed',
    given: { document: document({ Action: ['logs:*', 'CloudTrail:*'] }) },
    expect: 'fail',
  },
  { when: 'everything is allowed', given: { document: document({ Action: '*' }) }, expect: 'fail' },
  { when: 'everything but IAM is allowed', given: { document: document({ NotAction: 'iam:*' }) }, expect: 'fail' },
  {
    when: 'all of CloudTrail is allowed on one trail',
    given: {
      document: document({ Action: 'cloudtrail:*', Resource: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/dev' }),
    },
    expect: 'pass',
  },
  {
    when: 'a denial takes it back',
    given: { document: document({ Action: '*' }, { Effect: 'Deny', Action: 'cloudtrail:*' }) },
    expect: 'pass',
  },
  {
    when: 'the document cannot be read',
    given: { document: '{not json' },
    expect: 'unknown',
    message: /cannot be read/,
  },
]);
