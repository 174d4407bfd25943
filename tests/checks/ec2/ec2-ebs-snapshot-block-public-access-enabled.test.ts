import check from '../../../checks/ec2/ec2-ebs-snapshot-block-public-access-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: 'settings', snapshotBlockPublicAccess: { state: 'block-all-sharing' } }, [
  { when: 'all public sharing is blocked', expect: 'pass' },
  {
    when: 'only new sharing is blocked',
    given: { snapshotBlockPublicAccess: { state: 'block-new-sharing' } },
    expect: 'fail',
    message: /leaves those public/,
  },
  {
    when: 'nothing is blocked',
    given: { snapshotBlockPublicAccess: { state: 'unblocked' } },
    expect: 'fail',
    message: /EC2 in eu-west-1/,
  },
  { when: 'the answer lacks the state', given: { snapshotBlockPublicAccess: { state: undefined } }, expect: 'unknown' },
]);
