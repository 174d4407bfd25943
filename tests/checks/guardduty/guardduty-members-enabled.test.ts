import check from '../../../checks/guardduty/guardduty-members-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: '444455556666', detectorId: 'd1', relationship: 'Enabled' }, [
  { when: 'the member is enabled', expect: 'pass' },
  { when: 'the status is written in capitals', given: { relationship: 'ENABLED' }, expect: 'pass' },
  { when: 'the member is suspended', given: { relationship: 'Disabled' }, expect: 'fail', message: /status Disabled/ },
  { when: 'the invitation is open', given: { relationship: 'Invited' }, expect: 'fail' },
  { when: 'the member was never invited', given: { relationship: 'Created' }, expect: 'fail' },
  { when: 'the administrator disassociated the member', given: { relationship: 'Removed' }, expect: 'fail' },
  { when: 'the member left', given: { relationship: 'Resigned' }, expect: 'fail' },
  { when: 'the answer has no status', given: { relationship: undefined }, expect: 'unknown' },
]);
