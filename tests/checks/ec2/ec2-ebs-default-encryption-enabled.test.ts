import check from '../../../checks/ec2/ec2-ebs-default-encryption-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: 'settings', ebsEncryptionByDefault: { enabled: true } }, [
  { when: 'the region encrypts new volumes', expect: 'pass', message: /EC2 in eu-west-1/ },
  {
    when: 'the region does not',
    given: { ebsEncryptionByDefault: { enabled: false } },
    expect: 'fail',
    message: /does not encrypt/,
  },
  {
    when: 'the answer lacks the setting',
    given: { ebsEncryptionByDefault: { enabled: undefined } },
    expect: 'unknown',
  },
]);
