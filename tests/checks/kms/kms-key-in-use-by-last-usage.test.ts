import check from '../../../checks/kms/kms-key-in-use-by-last-usage.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { details, key } from '../../helpers/kms.ts';

const usage = (at: string | undefined, recordedSince: string | undefined = '2025-01-01T00:00:00.000Z') => ({
  lastUsage: { at, operation: at === undefined ? undefined : ('Decrypt' as const), recordedSince },
});

checkSuite(check, { ...key, ...usage('2026-05-30T00:00:00.000Z') }, [
  { when: 'it was used the day before yesterday', expect: 'pass', message: /last used on 2026-05-30/ },
  { when: 'it was used 90 days ago', given: usage('2026-03-03T00:00:00.000Z'), expect: 'pass' },
  {
    when: 'it was used 91 days ago',
    given: usage('2026-03-02T00:00:00.000Z'),
    expect: 'fail',
    message: /2026-03-02, 91 days ago; expected at most 90/,
  },
  { when: 'more is allowed', given: usage('2026-03-02T00:00:00.000Z'), settings: { days: 365 }, expect: 'pass' },
  {
    when: 'it was never used since long ago',
    given: usage(undefined),
    expect: 'fail',
    message: /not been used since 2025-01-01, when uses began to be recorded/,
  },
  {
    when: 'uses have been recorded for some days only',
    given: usage(undefined, '2026-05-01T00:00:00.000Z'),
    expect: 'unknown',
    message: /whether it was used in the last 90 days is not known/,
  },
  {
    when: 'it is young and was not used',
    given: {
      ...usage(undefined, '2026-05-20T00:00:00.000Z'),
      details: { ...details, createdAt: '2026-05-20T00:00:00.000Z' },
    },
    expect: 'not-applicable',
    message: /only 12 days old/,
  },
  {
    when: 'nothing is said of records',
    given: { lastUsage: { at: undefined, operation: undefined, recordedSince: undefined } },
    expect: 'unknown',
  },
  {
    when: 'it is managed by AWS',
    given: { details: { ...details, manager: 'AWS' as const }, lastUsage: undefined },
    expect: 'not-applicable',
  },
  {
    when: 'it is disabled',
    given: { ...usage(undefined), details: { ...details, state: 'Disabled' as never } },
    expect: 'not-applicable',
  },
  {
    when: 'it is to be deleted',
    given: { ...usage(undefined), details: { ...details, state: 'PendingDeletion' as never } },
    expect: 'not-applicable',
  },
]);
