import check from '../../../checks/kms/kms-key-policy-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold, perimeter, resourceControls } from '../../helpers/controls.ts';
import { allow, details, key, keyPolicy } from '../../helpers/kms.ts';

const when = (operator: string, name: string, value: string) => ({ Condition: { [operator]: { [name]: value } } });

checkSuite(check, { ...key, policy: keyPolicy() }, [
  {
    when: 'the policy is the default one',
    expect: 'pass',
    message: /alias\/data is not usable or manageable by strangers/,
  },
  {
    when: 'every AWS account may decrypt',
    given: { policy: keyPolicy(allow('*', 'kms:Decrypt', { Sid: 'Open' })) },
    expect: 'fail',
    message:
      /^alias\/data is usable by every AWS account: kms:Decrypt on arn:aws:kms:eu-west-1:111122223333:key\/k-1 by a role of any account passes by statement 2 \(Sid Open\)$/,
  },
  {
    when: 'everyone but a role may manage',
    given: {
      policy: keyPolicy({
        Effect: 'Allow',
        NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/x' },
        Action: 'kms:PutKeyPolicy',
        Resource: '*',
      }),
    },
    expect: 'fail',
    message: /manageable/,
  },
  {
    when: 'the wildcard is limited to the own account',
    given: {
      policy: keyPolicy(allow({ AWS: '*' }, 'kms:*', when('StringEquals', 'kms:CallerAccount', '111122223333'))),
    },
    expect: 'pass',
  },
  {
    when: 'the wildcard is limited to a service only',
    given: {
      policy: keyPolicy(
        allow({ AWS: '*' }, 'kms:Decrypt', when('StringEquals', 'kms:ViaService', 's3.eu-west-1.amazonaws.com')),
      ),
    },
    // a service calls for whoever uses it
    expect: 'fail',
    message: /account.*kms:ViaService/,
  },
  {
    when: 'another account is named',
    given: { policy: keyPolicy(allow({ AWS: '444455556666' }, 'kms:Decrypt')) },
    expect: 'pass',
  },
  {
    when: 'the resource is another key',
    given: { policy: keyPolicy(allow('*', 'kms:Decrypt', { Resource: 'arn:aws:kms:eu-west-1:111122223333:key/k-2' })) },
    expect: 'pass',
  },
  {
    when: 'AWS manages the key',
    given: { details: { ...details, manager: 'AWS' }, policy: undefined },
    expect: 'not-applicable',
  },
  { when: 'the policy cannot be parsed', given: { policy: '{' }, expect: 'unknown', message: /not valid JSON/ },

  {
    when: 'a resource control policy keeps strangers out',
    given: { policy: keyPolicy(allow('*', 'kms:Decrypt')) },
    along: resourceControls(perimeter('kms:*')),
    expect: 'pass',
  },
  {
    when: 'resource control policies are not known, which it says',
    given: { policy: keyPolicy(allow('*', 'kms:Decrypt')) },
    unreadAlong: { resourceControls: notTold },
    expect: 'fail',
    message: /not read \(organizations:ListRoots denied\) and may narrow it$/,
  },
]);
