import check from '../../../checks/ssm/ssm-parameter-tier-needed.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: '/shop/table',
  arn: 'arn:aws:ssm:us-east-1:111122223333:parameter/shop/table',
  type: 'String' as const,
  changedAt: undefined,
  tier: 'Advanced' as const,
  keyId: undefined,
  policies: 0,
  policy: undefined,
  valueSecrets: { secrets: [], bytes: 4096 },
};
const long = { valueSecrets: { secrets: [], bytes: 4097 } };

checkSuite(check, base, [
  { when: 'it needs nothing of it', expect: 'fail', message: /a value of 4096 bytes/ },
  { when: 'it is a list', given: { type: 'StringList' }, expect: 'fail' },
  { when: 'its value is longer', given: long, expect: 'pass' },
  { when: 'it is standard', given: { tier: 'Standard' }, expect: 'pass' },
  { when: 'the tier is chosen by what it needs', given: { tier: 'Intelligent-Tiering' }, expect: 'pass' },
  { when: 'AWS says no tier', given: { tier: undefined }, expect: 'unknown' },
  { when: 'it has policies', given: { policies: 1 }, expect: 'pass' },
  { when: 'an earlier version did not keep its policies', given: { policies: undefined }, expect: 'unknown' },
  { when: 'it is shared', given: { policy: '{}' }, expect: 'pass' },
  {
    when: 'the region has as many as may be standard',
    along: { all: Array.from({ length: 10_000 }, () => base) },
    expect: 'fail',
  },
  { when: 'the region has more', along: { all: Array.from({ length: 10_001 }, () => base) }, expect: 'pass' },
  { when: 'its value is not read', given: { type: 'SecureString', valueSecrets: undefined }, expect: 'manual' },
  { when: 'it became a SecureString since', given: { valueSecrets: undefined }, expect: 'unknown' },
  { when: 'its value did not come', given: { valueSecrets: { secrets: [], bytes: undefined } }, expect: 'unknown' },
]);
