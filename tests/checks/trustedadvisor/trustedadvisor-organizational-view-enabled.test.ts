import check from '../../../checks/trustedadvisor/trustedadvisor-organizational-view-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { administersFor, manages, organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';

const trusting = (...trustedServices: string[]) => ({ trustedServices });

checkSuite(
  check,
  {
    id: '111122223333',
    name: 'The organization',
    ...trusting('config.amazonaws.com', 'reporting.trustedadvisor.amazonaws.com'),
  },
  [
    { when: 'it is on', along: manages(), expect: 'pass' },
    { when: 'a delegated administrator sees it on', along: administersFor('config.amazonaws.com'), expect: 'pass' },
    { when: 'it is off', given: trusting('config.amazonaws.com'), along: manages(), expect: 'fail' },
    {
      when: 'the account is not told after all',
      given: { trustedServices: undefined },
      along: manages(),
      expect: 'not-applicable',
    },
    {
      when: 'the account is a plain member',
      given: { trustedServices: undefined },
      along: plainMember,
      expect: 'not-applicable',
    },
    {
      when: 'the account stands alone',
      given: { trustedServices: undefined },
      along: standsAlone,
      expect: 'not-applicable',
    },
    { when: 'nothing was read', unreadAlong: organizationUnread, expect: 'unknown' },
  ],
);
