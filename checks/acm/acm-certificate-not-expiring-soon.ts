import { fail, pass, unknown } from '../../src/engine/check.ts';
import { daysLeft } from '../../src/engine/forms/index.ts';
import { certificate } from '../../src/services/acm/certificate.ts';

export default daysLeft(certificate, 'acm-certificate-not-expiring-soon', {
  title: 'Certificates in Certificate Manager are renewed before they expire',
  settings: {
    days: {
      type: 'integer',
      default: 30,
      min: 1,
      max: 3650,
      describe: 'days left before a certificate is due for renewal',
    },
  },
  at: 'notAfter',
  atLeast: 'days',
  pass: pass('{label} expires on {notAfter:day}, in {days} days'),
  fail: fail('{label} expires on {notAfter:day}, in {days} days; expected at least {settings.days}'),
  past: fail('{label} expired on {notAfter:day}'),
  unsaid: unknown('AWS does not say when {label} expires'),
  unless: [
    { at: 'status', is: ['PENDING_VALIDATION', 'VALIDATION_TIMED_OUT', 'FAILED'], because: '{label} was not issued' },
  ],
  risk: 'A certificate that is not renewed in time breaks the clients of whatever presents it.',
  fix: {
    text: 'Import a new certificate under the same ARN, or mend what keeps Certificate Manager from renewing it: its DNS records.',
  },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html'],
});
