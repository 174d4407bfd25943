import check from '../../../checks/kms/kms-key-not-pending-deletion.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { details, key } from '../../helpers/kms.ts';

const pending = (deletionDate: string | undefined) => ({
  details: { ...details, state: 'PendingDeletion' as const, deletionDate },
});

checkSuite(check, key, [
  { when: 'the key is enabled', expect: 'pass', message: /not scheduled for deletion \(Enabled\)/ },
  { when: 'the key is disabled', given: { details: { ...details, state: 'Disabled' } }, expect: 'pass' },
  {
    when: 'it is deleted in ten days',
    given: pending('2026-06-11T00:00:00.000Z'),
    expect: 'fail',
    message: /on 2026-06-11 \(10 days left\)$/,
  },
  { when: 'a day is left', given: pending('2026-06-02T12:00:00.000Z'), expect: 'fail', message: /\(1 day left\)/ },
  { when: 'hours are left', given: pending('2026-06-01T12:00:00.000Z'), expect: 'fail', message: /less than a day/ },
  { when: 'the date has passed', given: pending('2026-05-31T00:00:00.000Z'), expect: 'fail', message: /is due/ },
  { when: 'the date is not told', given: pending(undefined), expect: 'fail', message: /scheduled for deletion$/ },
  {
    when: 'a primary waits for its replicas',
    given: { details: { ...details, state: 'PendingReplicaDeletion', deletionWindowInDays: 30 } },
    expect: 'fail',
    message: /30 days after the last of its replicas/,
  },
  { when: 'AWS manages the key', given: { details: { ...details, manager: 'AWS' } }, expect: 'not-applicable' },
  { when: 'the state is not told', given: { details: { ...details, state: undefined } }, expect: 'unknown' },
]);
