import check from '../../../checks/acm/acm-certificate-transparency-logging-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: '0b5c6b1e',
  arn: 'arn:aws:acm:eu-west-1:111122223333:certificate/0b5c6b1e',
  name: 'shop.example.com',
  domains: ['shop.example.com'],
  status: 'ISSUED' as 'ISSUED' | 'EXPIRED' | 'PENDING_VALIDATION' | undefined,
  type: 'AMAZON_ISSUED' as 'AMAZON_ISSUED' | 'IMPORTED' | 'PRIVATE' | undefined,
  keyAlgorithm: undefined,
  exportOption: undefined,
  exported: undefined,
  inUse: undefined,
  renewalEligibility: undefined,
  notBefore: '2026-02-01T00:00:00.000Z' as string | undefined,
  notAfter: undefined,
  revokedAt: undefined,
  renewal: { status: undefined, reason: undefined, transparency: 'ENABLED' as 'ENABLED' | 'DISABLED' | undefined },
};
const out = { renewal: { ...base.renewal, transparency: 'DISABLED' as const } };

checkSuite(check, base, [
  { when: 'it is logged', expect: 'pass' },
  { when: 'it was opted out', given: out, expect: 'fail', message: /opted out .* on 2026-02-01/ },
  {
    when: 'it was issued when nobody could opt out any more',
    given: { ...out, notBefore: '2026-06-12T00:00:00.000Z' },
    expect: 'pass',
  },
  { when: 'AWS does not say when it was issued', given: { ...out, notBefore: undefined }, expect: 'unknown' },
  { when: 'AWS does not say', given: { renewal: { ...base.renewal, transparency: undefined } }, expect: 'unknown' },
  {
    when: 'AWS does not say who issued it',
    given: { type: undefined, notBefore: '2026-10-31T00:00:00.000Z' },
    expect: 'unknown',
  },
  { when: 'AWS does not say its status', given: { status: undefined }, expect: 'unknown' },
  { when: 'it was imported', given: { ...out, type: 'IMPORTED' }, expect: 'not-applicable' },
  { when: 'it is private', given: { ...out, type: 'PRIVATE' }, expect: 'not-applicable' },
  { when: 'it has expired', given: { ...out, status: 'EXPIRED' }, expect: 'not-applicable' },
  { when: 'it was not issued yet', given: { ...out, status: 'PENDING_VALIDATION' }, expect: 'not-applicable' },
]);
