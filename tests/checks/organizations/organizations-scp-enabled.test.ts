import check from '../../../checks/organizations/organizations-scp-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { administersFor, manages, organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';

const roots = (types: Readonly<Record<string, string>>) => ({ roots: [{ id: 'r-ab12', types }] });
const on = roots({ SERVICE_CONTROL_POLICY: 'ENABLED', TAG_POLICY: 'ENABLED' });

checkSuite(check, { id: '111122223333', name: 'The organization' }, [
  { when: 'they are on', along: { ...manages(), ...on }, expect: 'pass' },
  {
    when: 'a delegated administrator sees them on',
    along: { ...administersFor('fms.amazonaws.com'), ...on },
    expect: 'pass',
  },
  {
    when: 'only others are on',
    along: { ...manages(), ...roots({ TAG_POLICY: 'ENABLED' }) },
    expect: 'fail',
    message: /turned off for root r-ab12/,
    fix: { cli: 'aws organizations enable-policy-type --root-id r-ab12 --policy-type SERVICE_CONTROL_POLICY' },
  },
  {
    when: 'they are being turned off',
    along: { ...manages(), ...roots({ SERVICE_CONTROL_POLICY: 'PENDING_DISABLE' }) },
    expect: 'fail',
  },
  { when: 'no root is listed', along: manages(), expect: 'unknown' },
  { when: 'the account is a plain member', along: plainMember, expect: 'not-applicable' },
  { when: 'the account stands alone', along: standsAlone, expect: 'not-applicable' },
  { when: 'nothing was read', along: on, unreadAlong: organizationUnread, expect: 'unknown' },
]);
