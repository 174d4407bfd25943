import check from '../../../checks/s3/s3-bucket-mfa-delete-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: 'logs', createdAt: undefined, versioning: { enabled: true, mfaDelete: true } }, [
  { when: 'versioning and MFA delete are on', expect: 'pass' },
  {
    when: 'versioning was never turned on',
    given: { versioning: { enabled: false, mfaDelete: false } },
    expect: 'fail',
    message: /no versioning/,
  },
  {
    when: 'versioning is on without MFA delete',
    given: { versioning: { enabled: true, mfaDelete: false } },
    expect: 'fail',
    message: /needs no MFA/,
  },
]);
