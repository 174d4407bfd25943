import check from '../../../checks/backup/backup-vault-recovery-point-deletion-denied.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { arn, base } from './base.ts';

const Deny = (more: object = {}): object => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 'backup:DeleteRecoveryPoint',
  Resource: '*',
  ...more,
});
const policy = (...Statement: object[]) => ({ policy: JSON.stringify({ Version: '2012-10-17', Statement }) });
const unless = (operator: string, key: string, value: string): object => ({
  Condition: { [operator]: { [key]: value } },
});

checkSuite(check, { ...base, policy: undefined }, [
  { when: 'there is no policy', given: {}, expect: 'fail', message: /no access policy/ },
  { when: 'everybody is denied', given: policy(Deny()), expect: 'pass', message: /PutBackupVaultAccessPolicy/ },
  {
    when: 'everybody is denied whatever could undo it',
    given: policy(Deny({ Action: 'backup:*' })),
    expect: 'pass',
    message: /by name$/,
  },
  {
    when: 'the action has other letters',
    given: policy(Deny({ Action: ['BACKUP:deleterecoverypoint'] })),
    expect: 'pass',
  },
  { when: 'a wildcard takes it in', given: policy(Deny({ Action: 'backup:Delete*' })), expect: 'pass' },
  {
    when: 'all but reading is denied',
    given: policy(Deny({ Action: undefined, NotAction: 'backup:List*' })),
    expect: 'pass',
  },
  {
    when: 'all but deleting is denied',
    given: policy(Deny({ Action: undefined, NotAction: 'backup:Delete*' })),
    expect: 'fail',
  },
  { when: 'every AWS principal is denied', given: policy(Deny({ Principal: { AWS: '*' } })), expect: 'pass' },
  {
    when: 'the account is denied',
    given: policy(Deny({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } })),
    expect: 'pass',
  },
  {
    when: 'one role is denied',
    given: policy(Deny({ Principal: { AWS: 'arn:aws:iam::111122223333:role/deploy' } })),
    expect: 'fail',
  },
  { when: 'another account is denied', given: policy(Deny({ Principal: { AWS: '999999999999' } })), expect: 'fail' },
  {
    when: 'all but a named role are denied',
    given: policy(Deny(unless('StringNotEquals', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/backup-admin'))),
    expect: 'pass',
  },
  {
    when: 'all but some by their unique ids are denied',
    given: policy(Deny(unless('StringNotLike', 'aws:userId', 'AROAEXAMPLEID:*'))),
    expect: 'pass',
  },
  {
    when: 'only who has no MFA is denied',
    given: policy(Deny(unless('BoolIfExists', 'aws:MultiFactorAuthPresent', 'false'))),
    expect: 'fail',
  },
  {
    when: 'only reading is denied',
    given: policy(Deny({ Action: 'backup:ListRecoveryPointsByBackupVault' })),
    expect: 'fail',
  },
  {
    when: 'only snapshots are meant',
    given: policy(Deny({ Resource: 'arn:aws:ec2:eu-west-1::snapshot/*' })),
    expect: 'fail',
  },
  { when: 'the vault is meant, not what it holds', given: policy(Deny({ Resource: arn })), expect: 'fail' },
  { when: 'it is allowed', given: policy(Deny({ Effect: 'Allow' })), expect: 'fail' },
  { when: 'the policy is no JSON', given: { policy: '{' }, expect: 'unknown' },
  {
    when: 'it is locked for good',
    given: { locked: true, lockDate: '2020-01-01T00:00:00.000Z' },
    expect: 'pass',
    message: /compliance/,
  },
  { when: 'the lock is not yet final', given: { locked: true, lockDate: '2999-01-01T00:00:00.000Z' }, expect: 'fail' },
  { when: 'the lock can be taken away', given: { locked: true }, expect: 'fail' },
]);
