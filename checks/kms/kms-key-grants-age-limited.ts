import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { grantCalled, isOfService, revoke } from '../../src/services/kms/grants.ts';
import { key } from '../../src/services/kms/key.ts';
import { isOlderThan } from '../../src/text/time.ts';

const of = { id: 'g1', grantee: 'arn:aws:iam::111122223333:role/app', operations: ['Decrypt' as const] };

export default each(key, 'kms-key-grants-age-limited', {
  title: 'Grants of KMS keys are not old',
  needs: ['details', 'grants'],
  list: 'grants',
  settings: { days: { type: 'integer', default: 365, min: 1, describe: 'days after which a grant is old' } },
  test(grant, { now, settings }) {
    if (isOfService(grant)) return 'skip';
    const old = isOlderThan(grant.createdAt, settings.days, now);
    return old === undefined ? 'unsaid' : old ? 'bad' : 'good';
  },
  such: {
    good: { ...of, createdAt: '2026-05-01T00:00:00.000Z' },
    bad: { ...of, createdAt: '2020-05-01T00:00:00.000Z' },
  },
  called: grantCalled,
  unless: [{ at: 'details.manager', is: ['AWS'], because: '{name} is managed by AWS, whose services make its grants' }],
  pass: pass('The grants of {name} are younger than {settings.days} days ({good:some})'),
  fail: fail('{name} has grants that are older than {settings.days} days: {bad:some}'),
  none: notApplicable('{name} has no grants but those of AWS services'),
  unsaid: notApplicable('{name} is managed by AWS, whose services make its grants'),
  risk: 'Grants are seen by nobody who reads policies, and do not end by themselves: who no longer needs the key may go on to decrypt.',
  fix: {
    text: 'Ask whoever made the grant whether it is still needed, retire it where it is not, and have programs retire those that they make.',
    exact: ({ id, grants }, { now, settings }) =>
      revoke(
        id,
        (grants ?? []).filter(
          (grant) => !isOfService(grant) && isOlderThan(grant.createdAt, settings.days, now) === true,
        ),
      ),
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/grants.html'],
});
