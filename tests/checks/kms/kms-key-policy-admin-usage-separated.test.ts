import check from '../../../checks/kms/kms-key-policy-admin-usage-separated.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { allow, details, key, keyPolicy } from '../../helpers/kms.ts';

const roleOf = (name: string) => ({ AWS: `arn:aws:iam::111122223333:role/${name}` });
const admin = (principal: unknown) =>
  allow(principal, ['kms:Describe*', 'kms:Enable*', 'kms:Put*', 'kms:Disable*', 'kms:ScheduleKeyDeletion'], {
    Sid: 'Admins',
  });
const users = (principal: unknown, more: object = {}) =>
  allow(principal, ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'], { Sid: 'Users', ...more });

checkSuite(check, { ...key, policy: keyPolicy(admin(roleOf('admin')), users(roleOf('app'))) }, [
  { when: 'one role manages and another one uses', expect: 'pass' },
  { when: 'the policy is the default one', given: { policy: keyPolicy() }, expect: 'pass' },
  {
    when: 'one role is in both statements',
    given: { policy: keyPolicy(admin(roleOf('ops')), users({ AWS: [roleOf('app').AWS, roleOf('ops').AWS] })) },
    expect: 'fail',
    message:
      /gives arn:aws:iam::111122223333:role\/ops both administration \(kms:PutKeyPolicy\) and use \(kms:Decrypt\) by statement 2 \(Sid Admins\) and statement 3 \(Sid Users\)$/,
  },
  {
    when: 'a user has every action',
    given: { policy: keyPolicy(allow({ AWS: 'arn:aws:iam::111122223333:user/ann' }, 'kms:*')) },
    expect: 'fail',
    message: /user\/ann both.* by statement 2$/,
  },
  {
    when: 'everybody may use what a role manages',
    given: {
      policy: keyPolicy(
        admin(roleOf('admin')),
        users('*', { Condition: { StringEquals: { 'kms:CallerAccount': '111122223333' } } }),
      ),
    },
    expect: 'fail',
    message: /role\/admin both/,
  },
  {
    when: 'the administrator uses the key through a service only',
    given: {
      policy: keyPolicy(
        admin(roleOf('admin')),
        users('*', {
          Condition: {
            StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': '111122223333' },
          },
        }),
      ),
    },
    expect: 'pass',
  },
  {
    when: 'another account does both',
    given: { policy: keyPolicy(admin({ AWS: '444455556666' }), users({ AWS: '444455556666' })) },
    expect: 'fail',
    message: /account 444455556666/,
  },
  {
    when: 'the administrator must sign in with MFA',
    given: {
      policy: keyPolicy(
        { ...admin(roleOf('ops')), Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
        users(roleOf('ops')),
      ),
    },
    expect: 'fail',
  },
  {
    when: 'a denial keeps the administrator from decrypting',
    given: {
      policy: keyPolicy(admin(roleOf('ops')), users(roleOf('ops')), {
        Effect: 'Deny',
        Principal: roleOf('ops'),
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'],
        Resource: '*',
      }),
    },
    expect: 'pass',
  },
  {
    when: 'the administrator of a signing key signs',
    given: {
      details: { ...details, usage: 'SIGN_VERIFY' },
      policy: keyPolicy(admin(roleOf('ops')), allow(roleOf('ops'), 'kms:Sign')),
    },
    expect: 'fail',
    message: /kms:Sign/,
  },
  {
    when: 'the administrator of a signing key may decrypt, which it cannot do',
    given: {
      details: { ...details, usage: 'SIGN_VERIFY' },
      policy: keyPolicy(admin(roleOf('ops')), users(roleOf('ops'))),
    },
    expect: 'pass',
  },
  {
    when: 'AWS manages the key',
    given: { details: { ...details, manager: 'AWS' }, policy: undefined },
    expect: 'not-applicable',
  },
  { when: 'the policy cannot be parsed', given: { policy: '{' }, expect: 'unknown' },
]);
