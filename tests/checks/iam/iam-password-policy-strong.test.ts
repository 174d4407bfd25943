import check from '../../../checks/iam/iam-password-policy-strong.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const policy = {
  minimumLength: 14,
  uppercase: true,
  lowercase: true,
  numbers: true,
  symbols: true,
  maxAgeDays: 90,
  reusePrevention: 24,
  usersMayChange: true,
  hardExpiry: undefined as boolean | undefined,
};

checkSuite(check, { id: '111122223333', passwordPolicy: policy }, [
  { when: 'length and all kinds of characters are required', expect: 'pass' },
  {
    when: 'exactly the least length is required',
    given: { passwordPolicy: { ...policy, minimumLength: 8 } },
    expect: 'pass',
  },
  {
    when: 'two kinds of characters and a character are missing',
    given: { passwordPolicy: { ...policy, symbols: false, numbers: false, minimumLength: 7 } },
    expect: 'fail',
    message: /a digit, a symbol, 8 characters \(it requires 7\)$/,
  },
  { when: 'there is no policy', given: { passwordPolicy: undefined }, expect: 'fail' },
  {
    when: 'the answer leaves something out',
    given: { passwordPolicy: { ...policy, symbols: undefined } },
    expect: 'unknown',
  },
  {
    when: 'something is left out but something else is missing',
    given: { passwordPolicy: { ...policy, symbols: undefined, numbers: false } },
    expect: 'fail',
  },
]);
