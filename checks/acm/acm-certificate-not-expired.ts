import { fail, pass, unknown } from '../../src/engine/check.ts';
import { daysLeft } from '../../src/engine/forms/index.ts';
import { certificate } from '../../src/services/acm/certificate.ts';

export default daysLeft(certificate, 'acm-certificate-not-expired', {
  title: 'Certificates in Certificate Manager have not expired',
  at: 'notAfter',
  pass: pass('{label} expires on {notAfter:day}, in {days} days'),
  past: fail('{label} expired on {notAfter:day}'),
  unsaid: unknown('AWS does not say when {label} expires'),
  unless: [
    { at: 'status', is: ['PENDING_VALIDATION', 'VALIDATION_TIMED_OUT', 'FAILED'], because: '{label} was not issued' },
  ],
  risk: 'An expired certificate that is still presented breaks its clients or teaches people to click warnings away.',
  fix: {
    text: 'Replace it where it is used, then delete it. Deleting cannot be undone, and is refused while a resource of AWS uses the certificate.',
    cli: 'aws acm delete-certificate --certificate-arn {arn}',
  },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html'],
});
