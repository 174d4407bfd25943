import check from '../../../checks/iam/iam-server-certificate-not-expired.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: 'www', uploadedAt: undefined, expiresAt: '2027-01-01T00:00:00.000Z' }, [
  { when: 'it expires next year', expect: 'pass', message: /in 214 days/ },
  {
    when: 'it expired a second ago',
    given: { expiresAt: '2026-05-31T23:59:59.000Z' },
    expect: 'fail',
    message: /expired on 2026-05-31/,
  },
  { when: 'it expires in a moment', given: { expiresAt: '2026-06-01T00:00:01.000Z' }, expect: 'pass' },
  { when: 'AWS gives no date', given: { expiresAt: undefined }, expect: 'unknown' },
]);
