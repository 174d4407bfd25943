import check from '../../../checks/trustedadvisor/trustedadvisor-checks-refreshed-recently.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { advisor, one } from './checks.ts';

const of = (day: string) => one(day, 'ok', { checkedAt: `2026-05-${day}T00:00:00Z` });

checkSuite(check, advisor, [
  { when: 'all are new', given: { checks: [of('30'), of('26')] }, expect: 'pass' },
  {
    when: 'one is old',
    given: { checks: [of('30'), of('24')] },
    expect: 'fail',
    message: /^1 result of Trusted Advisor is older than 7 days: 24 \(2026-05-24\)$/,
  },
  { when: 'older ones are allowed', given: { checks: [of('24')] }, settings: { days: 30 }, expect: 'pass' },
  { when: 'one has no result', given: { checks: [of('30'), one('b', 'not_available')] }, expect: 'pass' },
  { when: 'none has one', given: { checks: [one('b', 'not_available')] }, expect: 'unknown' },
  { when: 'the plan has none', given: { checks: undefined }, expect: 'not-applicable' },
]);
