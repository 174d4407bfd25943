import check from '../../../checks/ec2/ec2-ebs-volume-encrypted.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: 'vol-1', name: 'data', encrypted: true, instanceIds: ['i-1'] }, [
  { when: 'it is encrypted', expect: 'pass', message: /data \(vol-1\)/ },
  { when: 'it is not encrypted', given: { encrypted: false }, expect: 'fail', message: /attached to i-1/ },
  {
    when: 'it is not encrypted and idle',
    given: { encrypted: false, instanceIds: [] },
    expect: 'fail',
    message: /attached to no instance/,
  },
  { when: 'the answer does not say', given: { encrypted: undefined }, expect: 'unknown' },
]);
