import check from '../../../checks/organizations/organizations-s3-policy-blocks-public-access.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { manages, organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';

const block = (value: unknown) => ({ s3Policy: { s3_attributes: { public_access_block_configuration: value } } });

checkSuite(check, { id: '111122223333', name: 'The organization', ...block('all') }, [
  { when: 'it blocks all', along: plainMember, expect: 'pass' },
  { when: 'it blocks all in the management account', along: manages(), expect: 'pass' },
  {
    when: 'it blocks nothing',
    given: block('none'),
    along: plainMember,
    expect: 'fail',
    message: /it blocks "none", not "all"/,
  },
  {
    when: 'it does not speak of it',
    given: { s3Policy: {} },
    along: plainMember,
    expect: 'fail',
    message: /it blocks nothing/,
  },
  { when: 'its value is of another kind', given: block(['all']), along: plainMember, expect: 'fail' },
  { when: 'there is none', given: { s3Policy: undefined }, along: plainMember, expect: 'fail' },
  { when: 'the account stands alone', given: { s3Policy: undefined }, along: standsAlone, expect: 'not-applicable' },
  { when: 'nothing was read', unreadAlong: organizationUnread, expect: 'unknown' },
]);
