import check from '../../../checks/kms/kms-key-policy-no-wildcard-actions.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { allow, details, key, keyPolicy } from '../../helpers/kms.ts';

const role = { AWS: 'arn:aws:iam::111122223333:role/app' };

checkSuite(check, { ...key, policy: keyPolicy() }, [
  { when: 'only the own account has every action', expect: 'pass' },
  {
    when: 'a role has every action',
    given: { policy: keyPolicy(allow(role, 'kms:*', { Sid: 'App' })) },
    expect: 'fail',
    message: /every KMS action to arn:aws:iam::111122223333:role\/app by statement 2 \(Sid App\)$/,
  },
  {
    when: 'a role has every action of every service',
    given: { policy: keyPolicy(allow(role, ['*'])) },
    expect: 'fail',
  },
  {
    when: 'a role has everything but one action',
    given: { policy: keyPolicy({ Effect: 'Allow', Principal: role, NotAction: 'kms:Decrypt', Resource: '*' }) },
    expect: 'fail',
  },
  {
    when: 'another account has every action',
    given: { policy: keyPolicy(allow({ AWS: '444455556666' }, 'kms:*')) },
    expect: 'fail',
    message: /account 444455556666/,
  },
  {
    when: 'everybody in the account has every action',
    given: {
      policy: keyPolicy(allow('*', 'kms:*', { Condition: { StringEquals: { 'kms:CallerAccount': '111122223333' } } })),
    },
    expect: 'fail',
    message: /every principal/,
  },
  {
    when: 'a role of another account has every action',
    given: { policy: keyPolicy(allow({ AWS: ['arn:aws:iam::444455556666:role/a', role.AWS] }, 'KMS:*')) },
    expect: 'fail',
    message: /role\/a and 1 more/,
  },
  {
    when: 'a service has every action',
    given: { policy: keyPolicy(allow({ Service: 'logs.eu-west-1.amazonaws.com' }, 'kms:*')) },
    expect: 'fail',
    message: /logs\.eu-west-1/,
  },
  {
    when: 'administrators have patterns of one verb',
    given: { policy: keyPolicy(allow(role, ['kms:Describe*', 'kms:Put*', 'kms:Get*', 'kms:Disable*'])) },
    expect: 'pass',
  },
  {
    when: 'a denial takes the wildcard back',
    given: {
      policy: keyPolicy(allow(role, 'kms:*'), { Effect: 'Deny', Principal: role, Action: 'kms:*', Resource: '*' }),
    },
    expect: 'pass',
  },
  {
    when: 'the wildcard works through a service only',
    given: {
      policy: keyPolicy(
        allow(role, 'kms:*', { Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } }),
      ),
    },
    expect: 'pass',
  },
  {
    when: 'AWS manages the key',
    given: { details: { ...details, manager: 'AWS' }, policy: undefined },
    expect: 'not-applicable',
  },
  { when: 'the policy cannot be parsed', given: { policy: '{' }, expect: 'unknown' },
  { when: 'the answer leaves the policy out', given: { policy: undefined }, expect: 'unknown', message: /missing/ },
]);
