import check from '../../../checks/iam/iam-password-policy-symbol-required.ts';
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
  { when: 'the policy requires it', expect: 'pass' },
  {
    when: 'the policy does not require it',
    given: { passwordPolicy: { ...policy, symbols: false } },
    expect: 'fail',
    message: /does not require/,
  },
  {
    when: 'there is no policy',
    given: { passwordPolicy: undefined },
    expect: 'fail',
    message: /no password policy of its own/,
  },
  { when: 'the answer leaves it out', given: { passwordPolicy: { ...policy, symbols: undefined } }, expect: 'unknown' },
]);
