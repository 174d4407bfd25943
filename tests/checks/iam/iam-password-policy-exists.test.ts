import check from '../../../checks/iam/iam-password-policy-exists.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const passwordPolicy = {
  minimumLength: 14,
  uppercase: true,
  lowercase: true,
  numbers: true,
  symbols: true,
  maxAgeDays: undefined,
  usersMayChange: true,
  reusePrevention: 24,
  hardExpiry: false,
};

checkSuite(
  check,
  { id: '111122223333', name: 'The account', passwordPolicy: undefined as typeof passwordPolicy | undefined },
  [
    {
      when: 'it has none',
      expect: 'fail',
      message: /default holds/,
      fix: {
        cli: 'aws iam update-account-password-policy --minimum-password-length 14 --require-lowercase-characters --require-uppercase-characters --require-numbers --require-symbols --password-reuse-prevention 24',
      },
    },
    { when: 'it has one', given: { passwordPolicy }, expect: 'pass' },
  ],
);
