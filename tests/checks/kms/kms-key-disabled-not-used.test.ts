import check from '../../../checks/kms/kms-key-disabled-not-used.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { details, key } from '../../helpers/kms.ts';

const usage = (at: string | undefined, recordedSince: string | undefined = '2025-01-01T00:00:00.000Z') => ({
  lastUsage: { at, operation: at === undefined ? undefined : ('Decrypt' as const), recordedSince },
});
const disabled = { ...details, state: 'Disabled' } as const;

checkSuite(check, { ...key, details: disabled, ...usage('2025-12-01T00:00:00.000Z') }, [
  { when: 'nothing has used it for half a year', expect: 'pass', message: /disabled and was last used on 2025-12-01/ },
  { when: 'it was used 90 days ago', given: usage('2026-03-03T00:00:00.000Z'), expect: 'fail' },
  { when: 'it was used 91 days ago', given: usage('2026-03-02T00:00:00.000Z'), expect: 'pass' },
  {
    when: 'it was used last week',
    given: usage('2026-05-25T00:00:00.000Z'),
    expect: 'fail',
    message: /2026-05-25, 7 days ago; expected no use in the last 90 days/,
  },
  { when: 'fewer days are enough', given: usage('2026-05-25T00:00:00.000Z'), settings: { days: 3 }, expect: 'pass' },
  { when: 'it was never used since long ago', given: usage(undefined), expect: 'pass' },
  {
    when: 'uses have been recorded for some days only',
    given: {
      ...usage(undefined, '2026-05-01T00:00:00.000Z'),
      details: { ...disabled, createdAt: '2020-01-01T00:00:00.000Z' },
    },
    expect: 'unknown',
    message: /fewer than 90 days/,
  },
  {
    when: 'it is young, and all its uses would have been recorded',
    given: {
      ...usage(undefined, '2026-05-20T00:00:00.000Z'),
      details: { ...disabled, createdAt: '2026-05-20T00:00:00.000Z' },
    },
    expect: 'pass',
  },
  { when: 'AWS does not say since when uses are recorded', given: { lastUsage: undefined }, expect: 'unknown' },
  { when: 'it is enabled', given: { details }, expect: 'not-applicable' },
  { when: 'its state is new', given: { details: { ...details, state: 'DISABLED' as never } }, expect: 'unknown' },
  {
    when: 'it is about to be deleted',
    given: { details: { ...details, state: 'PendingDeletion' } },
    expect: 'not-applicable',
  },
  { when: 'AWS does not say its state', given: { details: { ...details, state: undefined } }, expect: 'unknown' },
  { when: 'it is managed by AWS', given: { details: { ...disabled, manager: 'AWS' } }, expect: 'not-applicable' },
]);
