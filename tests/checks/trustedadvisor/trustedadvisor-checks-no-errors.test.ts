import check from '../../../checks/trustedadvisor/trustedadvisor-checks-no-errors.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { advisor, one } from './checks.ts';

checkSuite(check, advisor, [
  {
    when: 'all are green',
    given: { checks: [one('a', 'ok'), one('b', 'ok')] },
    expect: 'pass',
    message: /None of the 2/,
  },
  { when: 'one is yellow', given: { checks: [one('a', 'ok'), one('b', 'warning')] }, expect: 'pass' },
  {
    when: 'one is red',
    given: { checks: [one('a', 'ok'), one('b', 'error')] },
    expect: 'fail',
    message: /^1 check of Trusted Advisor is red: b; expected none$/,
  },
  {
    when: 'one is red and lists resources',
    given: { checks: [one('b', 'error')] },
    along: {
      advised: [
        { ...advisor, flagged: { b: [{ status: 'error', region: undefined, excluded: undefined, cells: ['sg-1'] }] } },
      ],
    },
    expect: 'fail',
  },
  {
    when: 'one is red and what it lists was not read',
    given: { checks: [one('b', 'error')] },
    along: { advised: [] },
    unreadAlong: { advised: { actions: ['support:DescribeTrustedAdvisorCheckResult'], cause: 'access denied' } },
    expect: 'fail',
    message: /: b; expected none; which resources they list was not read: access denied$/,
  },
  {
    when: 'four are red',
    given: { checks: ['a', 'b', 'c', 'd'].map((id) => one(id, 'error')) },
    expect: 'fail',
    message: /^4 checks of Trusted Advisor are red: a, b, c and 1 more; expected none$/,
  },
  {
    when: 'one is red and of another there is no result',
    given: { checks: [one('a', 'not_available'), one('b', 'error')] },
    expect: 'fail',
  },
  {
    when: 'of one there is no result',
    given: { checks: [one('a', 'ok'), one('b', 'not_available')] },
    expect: 'unknown',
    message: /no result of 1 of 2 checks/,
  },
  { when: 'one has no summary', given: { checks: [one('a', 'ok'), one('b', undefined)] }, expect: 'unknown' },
  { when: 'one has a status of tomorrow', given: { checks: [one('a', 'ok'), one('b', 'purple')] }, expect: 'unknown' },
  { when: 'there is none', given: { checks: [] }, expect: 'unknown' },
  {
    when: 'the support plan has no API',
    given: { checks: undefined },
    expect: 'not-applicable',
    message: /support plan/,
  },
  {
    when: 'the partition has no API',
    given: { checks: null, partition: 'aws-cn' },
    expect: 'not-applicable',
    message: /China/,
  },
]);
