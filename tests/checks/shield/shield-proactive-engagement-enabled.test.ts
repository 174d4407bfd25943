import check from '../../../checks/shield/shield-proactive-engagement-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const subscription = { autoRenew: 'ENABLED' as const, proactiveEngagement: 'ENABLED' as const, endsAt: undefined };

checkSuite(check, { id: '111122223333', name: 'The account', state: 'ACTIVE', subscription }, [
  { when: 'it is enabled', expect: 'pass' },
  {
    when: 'it is disabled',
    given: { subscription: { ...subscription, proactiveEngagement: 'DISABLED' } },
    expect: 'fail',
    message: /disabled$/,
  },
  {
    when: 'it is pending',
    given: { subscription: { ...subscription, proactiveEngagement: 'PENDING' } },
    expect: 'fail',
    message: /pending/,
  },
  {
    when: 'it is not told',
    given: { subscription: { ...subscription, proactiveEngagement: undefined } },
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
