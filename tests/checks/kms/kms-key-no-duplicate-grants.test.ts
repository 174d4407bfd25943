import { describe, expect, it } from 'vitest';
import check from '../../../checks/kms/kms-key-no-duplicate-grants.ts';
import { isOfService, isOfServicePrincipal } from '../../../src/services/kms/grants.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { details, grant, key } from '../../helpers/kms.ts';

const role = 'arn:aws:iam::111122223333:role/app';
const given = (...grants: ReturnType<typeof grant>[]) => ({ grants });

checkSuite(check, { ...key, grants: [] as ReturnType<typeof grant>[] | undefined }, [
  { when: 'it has none', expect: 'not-applicable' },
  { when: 'it has one', given: given(grant({ grantee: role })), expect: 'pass' },
  {
    when: 'two let the same principal do the same',
    given: given(grant({ grantee: role, id: 'g-1' }), grant({ grantee: role, id: 'g-2' })),
    expect: 'fail',
    message: /has a grant that repeats another: Decrypt of arn:aws:iam::111122223333:role\/app/,
    fix: { cli: `aws kms revoke-grant --key-id ${key.id} --grant-id g-2 --region eu-west-1` },
  },
  {
    when: 'they differ in what they allow',
    given: given(grant({ grantee: role }), grant({ grantee: role, operations: ['Decrypt', 'Encrypt'] })),
    expect: 'pass',
  },
  {
    when: 'each has a constraint, which may be for different contexts',
    given: given(grant({ grantee: role, constrained: true }), grant({ grantee: role, constrained: true })),
    expect: 'pass',
  },
  { when: 'AWS does not say for whom they are', given: given(grant({}), grant({})), expect: 'pass' },
  {
    when: 'AWS manages the key',
    given: { details: { ...details, manager: 'AWS' }, grants: undefined },
    expect: 'not-applicable',
  },
]);

describe('a grant is for a service', () => {
  it.each([
    [{ granteeService: 'dynamodb.amazonaws.com' }, true, true],
    [{ grantee: 'ebs.amazonaws.com.cn' }, true, true],
    [{ grantee: 'AWS Internal' }, true, true],
    [{ grantee: 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/X' }, true, false],
    [{ grantee: 'arn:aws:sts::111122223333:assumed-role/aws:ec2-infrastructure/i-1' }, true, false],
    [{ grantee: role }, false, false],
    [{ grantee: 'arn:aws:iam::111122223333:user/x.amazonaws.com' }, false, false],
    [{}, false, false],
  ])('%j: %s, and its principal: %s', (said, service, principal) => {
    expect([isOfService(grant(said)), isOfServicePrincipal(grant(said))]).toEqual([service, principal]);
  });
});
