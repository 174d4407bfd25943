import check from '../../../checks/ec2/ec2-instance-profile-attached.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { plainInstance } from './plain-instance.ts';

checkSuite(check, plainInstance, [
  { when: 'a profile is attached', expect: 'pass', message: /instance-profile\/web/ },
  {
    when: 'none is attached',
    given: { profileArn: undefined },
    expect: 'fail',
    message: /web \(i-1\) has no instance profile/,
  },
]);
