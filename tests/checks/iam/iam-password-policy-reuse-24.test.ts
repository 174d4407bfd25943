import check from '../../../checks/iam/iam-password-policy-reuse-24.ts';
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
  { when: '24 passwords are remembered', expect: 'pass' },
  {
    when: '23 are',
    given: { passwordPolicy: { ...policy, reusePrevention: 23 } },
    expect: 'fail',
    message: /remembers 23 passwords, fewer than 24/,
  },
  {
    when: 'none is',
    given: { passwordPolicy: { ...policy, reusePrevention: undefined } },
    expect: 'fail',
    message: /come back/,
  },
  { when: 'there is no policy', given: { passwordPolicy: undefined }, expect: 'fail' },
]);
