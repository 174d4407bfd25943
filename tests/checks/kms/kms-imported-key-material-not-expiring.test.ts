import check from '../../../checks/kms/kms-imported-key-material-not-expiring.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { details, key } from '../../helpers/kms.ts';

const imported = {
  ...details,
  origin: 'EXTERNAL' as const,
  expirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' as 'KEY_MATERIAL_DOES_NOT_EXPIRE' | 'KEY_MATERIAL_EXPIRES',
};
const until = (validTo: string | undefined) => ({
  details: { ...imported, expirationModel: 'KEY_MATERIAL_EXPIRES' as const, validTo },
});

checkSuite(check, { ...key, details: imported }, [
  { when: 'the material does not expire', expect: 'pass', message: /does not expire/ },
  {
    when: 'it expires in exactly thirty days',
    given: until('2026-07-01T00:00:00.000Z'),
    expect: 'pass',
    message: /in 30 days/,
  },
  {
    when: 'it expires sooner',
    given: until('2026-06-30T23:59:59.000Z'),
    expect: 'fail',
    message: /on 2026-06-30, in 29 days; expected at least 30/,
  },
  {
    when: 'it expires within the setting',
    given: until('2026-07-15T00:00:00.000Z'),
    settings: { minDaysLeft: 60 },
    expect: 'fail',
    message: /expected at least 60/,
  },
  {
    when: 'it has expired',
    given: until('2026-05-30T00:00:00.000Z'),
    expect: 'fail',
    message: /expired on 2026-05-30/,
  },
  { when: 'the date is not told', given: until(undefined), expect: 'unknown' },
  {
    when: 'the key waits for material',
    given: { details: { ...imported, state: 'PendingImport', expirationModel: undefined } },
    expect: 'fail',
    message: /no key material/,
  },
  { when: 'KMS made the material', given: { details }, expect: 'not-applicable' },
  {
    when: 'the key is about to be deleted',
    given: { details: { ...imported, state: 'PendingDeletion' } },
    expect: 'not-applicable',
  },
  { when: 'the origin is not told', given: { details: { ...imported, origin: undefined } }, expect: 'unknown' },
]);
