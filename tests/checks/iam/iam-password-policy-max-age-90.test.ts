import check from '../../../checks/iam/iam-password-policy-max-age-90.ts';
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
  { when: 'passwords expire on the last day allowed', expect: 'pass' },
  {
    when: 'they expire a day later',
    given: { passwordPolicy: { ...policy, maxAgeDays: 91 } },
    expect: 'fail',
    message: /after 91 days, later than 90/,
  },
  {
    when: 'they never expire',
    given: { passwordPolicy: { ...policy, maxAgeDays: undefined } },
    expect: 'fail',
    message: /forever/,
  },
  {
    when: 'the setting allows more days',
    given: { passwordPolicy: { ...policy, maxAgeDays: 180 } },
    settings: { days: 365 },
    expect: 'pass',
  },
  { when: 'there is no policy', given: { passwordPolicy: undefined }, expect: 'fail', message: /never expire/ },
]);
