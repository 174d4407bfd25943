import check from '../../../checks/identitycenter/identitycenter-permission-set-no-admin.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { allow, attached, aws, emptySet } from './parts.ts';

const on = `--instance-arn ${emptySet.instance} --permission-set-arn ${emptySet.arn}`;
const everything = allow('*');
const power = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }] };

checkSuite(check, emptySet, [
  { when: 'it has no policy', expect: 'pass', message: /Permission set Work \(ps-1111222233334444\) gives no full/ },
  {
    when: "AWS's policy gives everything",
    given: attached({ AdministratorAccess: everything, ReadOnlyAccess: allow('s3:Get*') }),
    expect: 'fail',
    message: /gives full administration \(AdministratorAccess, statement 1\)/,
    fix: {
      cli: [
        `aws sso-admin detach-managed-policy-from-permission-set --managed-policy-arn ${aws('AdministratorAccess').arn} ${on} --region eu-west-1`,
        `aws sso-admin provision-permission-set ${on} --target-type ALL_PROVISIONED_ACCOUNTS --region eu-west-1`,
      ].join('\n'),
    },
  },
  {
    when: 'the inline policy gives everything',
    given: { inline: everything },
    expect: 'fail',
    message: /\(inline policy, statement 1\)/,
    fix: {
      cli: [
        `aws sso-admin delete-inline-policy-from-permission-set ${on} --region eu-west-1`,
        `aws sso-admin provision-permission-set ${on} --target-type ALL_PROVISIONED_ACCOUNTS --region eu-west-1`,
      ].join('\n'),
    },
  },
  { when: 'the inline policy gives everything as text', given: { inline: JSON.stringify(everything) }, expect: 'fail' },
  { when: 'everything but IAM is given', given: attached({ PowerUserAccess: power }), expect: 'pass' },
  {
    when: 'two policies give everything together',
    given: { ...attached({ PowerUserAccess: power }), inline: allow('iam:*') },
    expect: 'fail',
  },
  {
    when: 'another policy denies all of it',
    given: {
      ...attached({ AdministratorAccess: everything }),
      inline: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] },
    },
    expect: 'pass',
  },
  {
    when: 'a boundary of AWS limits it to reading',
    given: {
      awsPolicies: [aws('AdministratorAccess')],
      awsDocuments: {
        [aws('AdministratorAccess').arn]: everything,
        [aws('ReadOnlyAccess').arn]: allow(['s3:Get*', 'ec2:Describe*']),
      },
      boundary: { arn: aws('ReadOnlyAccess').arn },
    },
    expect: 'pass',
  },
  {
    when: 'its boundary is a policy that each account has for itself',
    given: { ...attached({ AdministratorAccess: everything }), boundary: { name: 'limit', path: '/' } },
    expect: 'unknown',
    message: /boundary was not read/,
  },
  {
    when: 'it has a policy that each account has for itself',
    given: { ownPolicies: [{ name: 'deploy', path: '/teams/' }] },
    expect: 'unknown',
    message: /the policy \/teams\/deploy that each account has for itself was not read/,
  },
  {
    when: 'it gives everything, and a policy that each account has for itself',
    given: { ...attached({ AdministratorAccess: everything }), ownPolicies: [{ name: 'deploy', path: '/' }] },
    expect: 'fail',
  },
  {
    when: 'its inline policy cannot be read',
    given: { inline: '{not json' },
    expect: 'unknown',
    message: /cannot be read/,
  },
  {
    when: 'AWS does not tell its name',
    given: { described: { name: undefined, sessionDuration: 'PT1H' } },
    expect: 'pass',
  },
]);
