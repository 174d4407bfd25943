import check from '../../../checks/sts/sts-audit-caller-not-root.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: '111122223333', caller: 'arn:aws:sts::111122223333:assumed-role/audit/me' }, [
  { when: 'a role calls', expect: 'pass' },
  { when: 'a user called root calls', given: { caller: 'arn:aws:iam::111122223333:user/root' }, expect: 'pass' },
  { when: 'the root user calls', given: { caller: 'arn:aws:iam::111122223333:root' }, expect: 'fail' },
  { when: 'AWS does not say who calls', given: { caller: undefined }, expect: 'unknown' },
]);
