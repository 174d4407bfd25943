import check from '../../../checks/iam/iam-root-no-failed-logins.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const login = (at: string, succeeded: boolean) => ({ at, succeeded });

checkSuite(
  check,
  {
    id: '111122223333',
    rootLogins: {
      events: [login('2026-05-20T00:00:00Z', true)],
      complete: true,
      readBackTo: '2026-03-03T00:00:00.000Z',
    },
  },
  [
    { when: 'the root user only succeeded', expect: 'pass', message: /0 times/ },
    {
      when: 'one sign-in failed',
      given: { rootLogins: { events: [login('2026-05-20T00:00:00Z', false)], complete: true, readBackTo: undefined } },
      expect: 'fail',
      message: /1 time .* last on 2026-05-20/,
    },
    {
      when: 'it failed before the period',
      given: { rootLogins: { events: [login('2026-05-01T00:00:00Z', false)], complete: true, readBackTo: undefined } },
      expect: 'pass',
    },
    {
      when: 'no more than allowed failed',
      given: { rootLogins: { events: [login('2026-05-20T00:00:00Z', false)], complete: true, readBackTo: undefined } },
      settings: { allowed: 1 },
      expect: 'pass',
    },
    {
      when: 'the history was read back far enough',
      given: { rootLogins: { events: [], complete: false, readBackTo: '2026-05-01T00:00:00.000Z' } },
      expect: 'pass',
    },
    {
      when: 'the history was cut off within the period',
      given: { rootLogins: { events: [], complete: false, readBackTo: '2026-05-30T00:00:00.000Z' } },
      expect: 'unknown',
    },
    {
      when: 'it was cut off but shows a failure',
      given: {
        rootLogins: {
          events: [login('2026-05-31T00:00:00Z', false)],
          complete: false,
          readBackTo: '2026-05-30T00:00:00.000Z',
        },
      },
      expect: 'fail',
    },
    {
      when: 'the account is in China, which has no root user',
      given: { partition: 'aws-cn' },
      expect: 'not-applicable',
      message: /China regions/,
    },
    {
      when: 'the account is in GovCloud, whose root user cannot sign in',
      given: { partition: 'aws-us-gov' },
      expect: 'not-applicable',
      message: /GovCloud account cannot sign in/,
    },
  ],
);
