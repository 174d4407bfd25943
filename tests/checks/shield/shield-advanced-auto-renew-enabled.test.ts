import check from '../../../checks/shield/shield-advanced-auto-renew-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const subscription = {
  autoRenew: 'ENABLED' as const,
  proactiveEngagement: undefined,
  endsAt: '2027-02-03T00:00:00.000Z',
};

checkSuite(check, { id: '111122223333', name: 'The account', state: 'ACTIVE', subscription }, [
  { when: 'it renews itself', expect: 'pass', message: /ends on 2027-02-03$/ },
  {
    when: 'it does not',
    given: { subscription: { ...subscription, autoRenew: 'DISABLED' } },
    expect: 'fail',
    message: /does not renew/,
  },
  {
    when: 'the end is not told',
    given: { subscription: { ...subscription, autoRenew: 'DISABLED', endsAt: undefined } },
    expect: 'fail',
    message: /by itself$/,
  },
  {
    when: 'renewal is not told',
    given: { subscription: { ...subscription, autoRenew: undefined } },
    expect: 'unknown',
  },
  { when: 'an active subscription is absent all the same', given: { subscription: undefined }, expect: 'unknown' },
  {
    when: 'the account is not subscribed',
    given: { state: 'INACTIVE', subscription: undefined },
    expect: 'not-applicable',
    message: /not subscribed/,
  },
  { when: 'the state is not told', given: { state: undefined }, expect: 'unknown' },
]);
