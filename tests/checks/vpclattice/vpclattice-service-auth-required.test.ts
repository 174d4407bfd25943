import check from '../../../checks/vpclattice/vpclattice-service-auth-required.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(
  check,
  {
    id: 'svc-00000000000000001',
    name: 'orders',
    arn: 'arn:aws:vpc-lattice:eu-west-1:111122223333:service/svc-00000000000000001',
    status: 'ACTIVE',
    access: { authType: 'NONE' },
  },
  [
    { when: 'it is being deleted', given: { status: 'DELETE_IN_PROGRESS' }, expect: 'not-applicable' },
    { when: 'it could not be deleted', given: { status: 'DELETE_FAILED' }, expect: 'fail' },
    { when: 'it asks IAM', given: { access: { authType: 'AWS_IAM' } }, expect: 'pass' },
  ],
);
