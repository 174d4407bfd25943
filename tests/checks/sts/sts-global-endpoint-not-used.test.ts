import check from '../../../checks/sts/sts-global-endpoint-not-used.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(
  check,
  {
    id: '111122223333',
    name: 'STS in eu-west-1',
    globalEndpoint: { times: [] as string[], complete: true, readBackTo: undefined as string | undefined },
  },
  [
    { when: 'the history has no such request', expect: 'pass' },
    {
      when: 'the region served one an hour ago',
      given: { globalEndpoint: { times: ['2026-05-31T23:00:00Z'], complete: true, readBackTo: undefined } },
      expect: 'fail',
      message: /served 1 requests/,
    },
    {
      when: 'it served one before the period',
      given: { globalEndpoint: { times: ['2026-05-30T23:00:00Z'], complete: true, readBackTo: undefined } },
      expect: 'pass',
    },
    {
      when: 'the history was read back far enough',
      given: { globalEndpoint: { times: [], complete: false, readBackTo: '2026-05-30T00:00:00.000Z' } },
      expect: 'pass',
    },
    {
      when: 'the history was cut off within the period',
      given: { globalEndpoint: { times: [], complete: false, readBackTo: '2026-05-31T12:00:00.000Z' } },
      expect: 'unknown',
    },
    {
      when: 'it was cut off but shows a request',
      given: {
        globalEndpoint: { times: ['2026-05-31T23:00:00Z'], complete: false, readBackTo: '2026-05-31T12:00:00.000Z' },
      },
      expect: 'fail',
      message: /at least 1/,
    },
    { when: 'the partition has no global endpoint', given: { globalEndpoint: null }, expect: 'not-applicable' },
  ],
);
