import check from '../../../checks/iam/iam-password-policy-length-14.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const policy = {
  minimumLength: 14,
  uppercase: true,
  lowercase: true,
  numbers: true,
  symbols: true,
  maxAgeDays: 90,
  reusePrevention: 24,
};

checkSuite(check, { id: '111122223333', passwordPolicy: policy }, [
  { when: 'exactly the length is required', expect: 'pass' },
  {
    when: 'one character less is required',
    given: { passwordPolicy: { ...policy, minimumLength: 13 } },
    expect: 'fail',
    message: /13 characters, less than 14/,
  },
  { when: 'the setting asks for more', settings: { length: 16 }, expect: 'fail' },
  { when: 'there is no policy', given: { passwordPolicy: undefined }, expect: 'fail', message: /accepts 8/ },
  {
    when: 'the answer leaves the length out',
    given: { passwordPolicy: { ...policy, minimumLength: undefined } },
    expect: 'unknown',
  },
]);
