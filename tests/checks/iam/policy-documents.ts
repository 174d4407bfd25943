import { document } from './fixtures.ts';

const pass = (Resource: unknown, more: object = {}) => document({ Action: 'iam:PassRole', Resource, ...more });

/** Documents by what they let pass, for the checks of managed and of inline policies. */
export const passedRoles = [
  {
    when: 'every role may be passed',
    given: { document: pass('*') },
    expect: 'fail',
    message: /roles it does not name/,
  },
  {
    when: 'as a list and in another case',
    given: { document: document({ Action: ['IAM:passrole'], Resource: ['*'] }) },
    expect: 'fail',
  },
  { when: 'every action of IAM is allowed', given: { document: document({ Action: 'iam:*' }) }, expect: 'fail' },
  { when: 'a pattern covers it', given: { document: document({ Action: 'iam:Pass*' }) }, expect: 'fail' },
  { when: 'everything is allowed', given: { document: document({ Action: '*' }) }, expect: 'fail' },
  {
    when: 'everything but something else is allowed',
    given: { document: document({ NotAction: 's3:*' }) },
    expect: 'fail',
  },
  {
    when: 'every role of the account may be',
    given: { document: pass('arn:aws:iam::111122223333:role/*') },
    expect: 'fail',
  },
  { when: 'every role of any account may be', given: { document: pass('arn:aws:iam::*:role/*') }, expect: 'fail' },
  {
    when: 'every role of GovCloud may be',
    given: { document: pass('arn:aws-us-gov:iam::111122223333:role/*') },
    expect: 'fail',
  },
  { when: 'every role of any partition may be', given: { document: pass('arn:*:iam::*:*') }, expect: 'fail' },
  {
    when: 'every role but one may be',
    given: { document: document({ Action: 'iam:PassRole', NotResource: 'arn:aws:iam::111122223333:role/admin' }) },
    expect: 'fail',
  },
  {
    when: 'a denial spares one role',
    given: {
      document: document(
        { Action: 'iam:PassRole' },
        { Effect: 'Deny', Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/admin' },
      ),
    },
    expect: 'fail',
  },
  {
    when: 'every role may be passed to one service, which it says',
    given: { document: pass('*', { Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } } }) },
    expect: 'fail',
    message: /depending on iam:passedtoservice/,
  },
  {
    when: 'a second statement allows it for all',
    given: {
      document: document(
        { Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/app' },
        { Action: 'iam:PassRole' },
      ),
    },
    expect: 'fail',
  },
  {
    when: 'one role is named',
    given: { document: pass('arn:aws:iam::111122223333:role/app') },
    expect: 'pass',
    message: /at most roles it names/,
  },
  {
    when: 'roles that begin alike are named',
    given: { document: pass('arn:aws:iam::111122223333:role/app-*') },
    expect: 'pass',
  },
  {
    when: 'the roles of a path are named',
    given: { document: pass('arn:aws:iam::111122223333:role/team/*') },
    expect: 'pass',
  },
  {
    when: 'it is denied again',
    given: { document: document({ Action: 'iam:*' }, { Effect: 'Deny', Action: 'iam:PassRole' }) },
    expect: 'pass',
  },
  { when: 'IAM is what is not allowed', given: { document: document({ NotAction: 'iam:*' }) }, expect: 'pass' },
  {
    when: 'only other actions of IAM are allowed',
    given: { document: document({ Action: ['iam:Get*', 'iam:List*'] }) },
    expect: 'pass',
  },
  { when: 'it allows nothing', given: { document: document() }, expect: 'pass' },
  { when: 'it cannot be read', given: { document: '{not json' }, expect: 'unknown' },
  {
    when: 'a condition is not known',
    given: { document: pass('*', { Condition: { Sometimes: { 'a:b': 'c' } } }) },
    expect: 'unknown',
  },
] as const;

/** Documents by the services that they give as a whole; every form is in tests/iam/document.test.ts. */
export const fullServiceCases = [
  {
    when: 'a service is given as a whole',
    given: { document: document({ Action: 's3:*' }) },
    expect: 'fail',
    message: /every action of s3 on resources it does not name/,
  },
  {
    when: 'several are',
    given: { document: document({ Action: ['sqs:*', 'iam:*', 'kms:*', 's3:*', 'sns:*'] }) },
    expect: 'fail',
    message: /of iam, kms, s3 and 2 more services/,
  },
  {
    when: 'all are',
    given: { document: document({ Action: '*' }) },
    expect: 'fail',
    message: /of services it does not name/,
  },
  { when: 'all but one are', given: { document: document({ NotAction: 'iam:*' }) }, expect: 'fail' },
  {
    when: 'every bucket is',
    given: { document: document({ Action: 's3:*', Resource: 'arn:aws:s3:::*' }) },
    expect: 'fail',
  },
  {
    when: 'a condition must be met, which it says',
    given: { document: document({ Action: 's3:*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }) },
    expect: 'fail',
    message: /depending on aws:multifactorauthpresent/,
  },
  {
    when: 'it is one resource',
    given: { document: document({ Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] }) },
    expect: 'pass',
    message: /no service as a whole/,
  },
  {
    when: 'actions are listed',
    given: { document: document({ Action: ['s3:GetObject', 'ec2:Describe*'] }) },
    expect: 'pass',
  },
  {
    when: 'the service is denied again',
    given: { document: document({ Action: 'sqs:*' }, { Effect: 'Deny', Action: 'sqs:*' }) },
    expect: 'pass',
  },
  { when: 'it allows nothing', given: { document: document() }, expect: 'pass' },
  { when: 'it cannot be read', given: { document: '{not json' }, expect: 'unknown' },
  {
    when: 'a condition is not known',
    given: { document: document({ Action: 's3:*', Condition: { Sometimes: { 'a:b': 'c' } } }) },
    expect: 'unknown',
  },
] as const;
