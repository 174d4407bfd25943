import check from '../../../checks/iam/iam-customer-policy-no-wildcard-role-assumption.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { document, policyBase } from './fixtures.ts';

checkSuite(check, policyBase, [
  {
    when: 'one role is named',
    given: { document: document({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/deploy' }) },
    expect: 'pass',
  },
  {
    when: 'a role is named in every account',
    given: { document: document({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/audit' }) },
    expect: 'pass',
  },
  { when: 'every role may be assumed', given: { document: document({ Action: 'sts:AssumeRole' }) }, expect: 'fail' },
  {
    when: 'every role of an account may be assumed',
    given: { document: document({ Action: 'sts:Assume*', Resource: 'arn:aws:iam::999900001111:role/*' }) },
    expect: 'fail',
  },
  { when: 'all of STS is allowed', given: { document: document({ Action: 'sts:*' }) }, expect: 'fail' },
  {
    when: 'a denial takes it back',
    given: { document: document({ Action: 'sts:*' }, { Effect: 'Deny', Action: 'sts:AssumeRole' }) },
    expect: 'pass',
  },
  {
    when: 'only the own identity may be asked',
    given: { document: document({ Action: 'sts:GetCallerIdentity' }) },
    expect: 'pass',
  },
  {
    when: 'AWS wrote the policy',
    given: { awsManaged: true, document: document({ Action: '*' }) },
    expect: 'not-applicable',
  },
  {
    when: 'the document cannot be read',
    given: { document: '{not json' },
    expect: 'unknown',
    message: /cannot be read/,
  },
]);
