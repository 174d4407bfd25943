import check from '../../../checks/identitycenter/identitycenter-permission-set-inline-policy-no-wildcard.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { allow, emptySet } from './parts.ts';

const statement = (one: object) => ({ Version: '2012-10-17', Statement: one });

checkSuite(check, emptySet, [
  { when: 'it has no inline policy', expect: 'pass', message: /has no inline policy/ },
  {
    when: 'everything is allowed',
    given: { inline: allow('*') },
    expect: 'fail',
    message: /inline policy of Permission set Work/,
  },
  {
    when: 'a service is allowed as a whole',
    given: { inline: allow(['s3:*', 'ec2:DescribeVpcs']) },
    expect: 'fail',
    message: /every action of s3 on/,
  },
  {
    when: 'everything but a list is allowed',
    given: { inline: statement({ Effect: 'Allow', NotAction: ['iam:*'], Resource: ['*'] }) },
    expect: 'fail',
  },
  {
    when: 'a service is allowed on everything but a bucket',
    given: { inline: statement({ Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::logs/*' }) },
    expect: 'fail',
  },
  {
    when: 'a service is allowed on one bucket',
    given: { inline: allow('s3:*', 'arn:aws:s3:::shared/*') },
    expect: 'pass',
  },
  { when: 'actions are named', given: { inline: allow(['s3:GetObject', 'ec2:Describe*']) }, expect: 'pass' },
  {
    when: 'what is allowed is denied again',
    given: {
      inline: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: 's3:*', Resource: '*' },
          { Effect: 'Deny', Action: '*', Resource: '*' },
        ],
      },
    },
    expect: 'pass',
  },
  { when: 'it cannot be read', given: { inline: '{not json' }, expect: 'unknown' },
]);
