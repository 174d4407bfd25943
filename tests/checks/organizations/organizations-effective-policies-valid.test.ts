import check from '../../../checks/organizations/organizations-effective-policies-valid.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { manages, organizationUnread, plainMember } from '../../helpers/standing.ts';

const invalidPolicies = { types: ['BACKUP_POLICY', 'TAG_POLICY'], found: [] };
const wrong = { account: '444455556666', policyType: 'BACKUP_POLICY', errors: ['ELEMENTS_TOO_MANY'] };

checkSuite(check, { id: '111122223333', name: 'The organization', invalidPolicies }, [
  { when: 'they are valid everywhere', along: manages(), expect: 'pass' },
  {
    when: 'one is not',
    given: {
      invalidPolicies: { ...invalidPolicies, found: [wrong, { ...wrong, policyType: 'TAG_POLICY', errors: [] }] },
    },
    along: manages(),
    expect: 'fail',
    message: /in 1 account: BACKUP_POLICY in 444455556666 \(ELEMENTS_TOO_MANY\); TAG_POLICY in 444455556666$/,
  },
  {
    when: 'no type is on',
    given: { invalidPolicies: { types: [], found: [] } },
    along: manages(),
    expect: 'not-applicable',
  },
  {
    when: 'the account is a plain member',
    given: { invalidPolicies: undefined },
    along: plainMember,
    expect: 'not-applicable',
  },
  {
    when: 'the account is not told after all',
    given: { invalidPolicies: undefined },
    along: manages(),
    expect: 'not-applicable',
  },
  { when: 'nothing was read', unreadAlong: organizationUnread, expect: 'unknown' },
]);
