import check from '../../../checks/iam/iam-saml-provider-certificate-not-expiring.ts';
import { checkSuite, testNow } from '../../helpers/check-suite.ts';

const inDays = (days: number) => ({ until: new Date(Date.parse(testNow) + days * 86_400_000).toISOString() });
const unread = { until: undefined };
const arn = 'arn:aws:iam::111122223333:saml-provider/staff';
const base = { id: arn, name: 'staff', arn, validUntil: undefined, certificates: [inDays(400)] };

checkSuite(
  check,
  base as never,
  [
    { when: 'it is valid for long', given: {}, expect: 'pass' },
    { when: 'it is valid for just long enough', given: { certificates: [inDays(30)] }, expect: 'pass' },
    { when: 'it expires soon', given: { certificates: [inDays(29)] }, expect: 'fail', message: /in 29 days/ },
    { when: 'it has expired', given: { certificates: [inDays(-1)] }, expect: 'fail', message: /still valid/ },
    {
      when: 'an expired one is beside a fresh one',
      given: { certificates: [inDays(-500), inDays(400)] },
      expect: 'pass',
      message: /beside 1 expired/,
    },
    { when: 'both expire', given: { certificates: [inDays(-500), inDays(3)] }, expect: 'fail' },
    { when: 'one cannot be read beside a fresh one', given: { certificates: [unread, inDays(400)] }, expect: 'pass' },
    {
      when: 'one cannot be read beside an expired one',
      given: { certificates: [unread, inDays(-1)] },
      expect: 'unknown',
    },
    { when: 'none can be read', given: { certificates: [unread] }, expect: 'unknown' },
    { when: 'there is none in the metadata', given: { certificates: [] }, expect: 'unknown' },
  ] as never,
);
