import check from '../../../checks/guardduty/guardduty-organization-accounts-covered.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { administersFor, organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';

const own = '111122223333';
const shop = '444455556666';
const base = {
  id: 'd0',
  name: 'GuardDuty in eu-west-1',
  arn: `arn:aws:guardduty:eu-west-1:${own}:detector/d0`,
  detectorId: 'd0' as string | undefined,
};
const account = (id: string, state: string | undefined = 'ACTIVE') => ({ id, state });
const member = (id: string, relationship: string | undefined = 'Enabled') => ({ id, relationship });
const administrator = administersFor('guardduty.amazonaws.com');
const given = (accounts: ReturnType<typeof account>[], members: ReturnType<typeof member>[]) => ({
  along: { ...administrator, accounts: [account(own), ...accounts], members },
});

checkSuite(
  check,
  base as never,
  [
    { when: 'each is an enabled member', ...given([account(shop)], [member(shop)]), expect: 'pass' },
    { when: 'one is no member', ...given([account(shop)], []), expect: 'fail', message: /444455556666 \(no member\)/ },
    {
      when: 'one is not enabled',
      ...given([account(shop)], [member(shop, 'Removed')]),
      expect: 'fail',
      message: /Removed/,
    },
    { when: 'one is closed', ...given([account(shop, 'SUSPENDED')], []), expect: 'not-applicable' },
    { when: 'there is no other', ...given([], []), expect: 'not-applicable' },
    {
      when: 'it is off',
      given: { detectorId: undefined },
      ...given([account(shop)], []),
      expect: 'fail',
      message: /is off/,
    },
    {
      when: 'AWS does not say whether one is active',
      along: {
        ...administrator,
        accounts: [account(shop), { id: '777788889999', state: undefined }],
        members: [member(shop)],
      },
      expect: 'unknown',
    },
    {
      when: 'AWS does not say how one is related',
      along: { ...administrator, accounts: [account(shop)], members: [{ id: shop, relationship: undefined }] },
      expect: 'unknown',
    },
    {
      when: 'another account administers it',
      along: { ...plainMember, accounts: [], members: [] },
      expect: 'not-applicable',
    },
    { when: 'the account is alone', along: { ...standsAlone, accounts: [], members: [] }, expect: 'not-applicable' },
    {
      when: 'the organization was not read',
      unreadAlong: organizationUnread,
      along: { accounts: [], members: [] },
      expect: 'unknown',
    },
  ] as never,
);
