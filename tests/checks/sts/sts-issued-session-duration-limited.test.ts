import check from '../../../checks/sts/sts-issued-session-duration-limited.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { cases, none } from './issued.ts';

checkSuite(check, { id: '111122223333', name: 'STS in eu-west-1', sessionTokens: none }, [
  ...cases('sessionTokens', 129_600),
  {
    when: 'none was longer than may be',
    given: {
      sessionTokens: { ...none, issued: [{ who: 'x', seconds: 43_200, count: 3, last: '2026-05-31T12:00:00Z' }] },
    },
    expect: 'pass',
  },
  {
    when: 'half a day is too long',
    given: {
      sessionTokens: { ...none, issued: [{ who: 'x', seconds: 43_200, count: 3, last: '2026-05-31T12:00:00Z' }] },
    },
    settings: { hours: 1 },
    expect: 'fail',
    message: /a session of more than an hour.*the longest for 12 hours/,
  },
]);
