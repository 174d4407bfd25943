import check from '../../../checks/kms/kms-key-policy-root-access-present.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { allow, details, key, keyPolicy, rootStatement } from '../../helpers/kms.ts';

const role = { AWS: 'arn:aws:iam::111122223333:role/app' };
const only = (...Statement: readonly object[]) => ({ policy: JSON.stringify({ Version: '2012-10-17', Statement }) });

checkSuite(check, { ...key, policy: keyPolicy() }, [
  { when: "it has the statement of AWS's default", expect: 'pass' },
  {
    when: 'it names the account by its number',
    given: only({ ...rootStatement, Principal: { AWS: '111122223333' } }),
    expect: 'pass',
  },
  {
    when: 'it names a role alone',
    given: only(allow(role, 'kms:*')),
    expect: 'fail',
    message: /expected kms:PutKeyPolicy for arn:aws:iam::111122223333:root$/,
  },
  {
    when: 'it lets the account use the key alone',
    given: only({ ...rootStatement, Action: ['kms:Encrypt', 'kms:Decrypt'] }),
    expect: 'fail',
  },
  {
    when: 'it lets another account change it',
    given: only({ ...rootStatement, Principal: { AWS: '444455556666' } }),
    expect: 'fail',
  },
  {
    when: 'it denies the account what it allows',
    given: { policy: keyPolicy({ ...rootStatement, Sid: 'No', Effect: 'Deny', Action: 'kms:PutKeyPolicy' }) },
    expect: 'fail',
  },
  { when: 'it cannot be read', given: { policy: '{' }, expect: 'unknown' },
  {
    when: 'AWS wrote it',
    given: { details: { ...details, manager: 'AWS' }, policy: undefined },
    expect: 'not-applicable',
  },
]);
