import { fail, pass } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { certificate, notIssued } from '../../src/services/acm/certificate.ts';

export default state(certificate, 'acm-certificate-renewal-not-failed', {
  title: 'Certificate Manager can renew its certificates by itself',
  at: 'renewal.status',
  unless: [
    { ...notIssued, because: '{label} was not issued' },
    { at: 'status', is: ['EXPIRED', 'REVOKED'], because: '{label} is {status} and renewed no more' },
    { at: 'type', is: ['IMPORTED'], because: '{label} was imported, so Certificate Manager does not renew it' },
  ],
  is: {
    FAILED: fail('{label} could not be renewed[: {renewal.reason}][; it expires on {notAfter:day}]'),
    PENDING_VALIDATION: fail(
      '{label} is not renewed before somebody validates its domains[; it expires on {notAfter:day}]',
    ),
    ...sameFor(['SUCCESS', 'PENDING_AUTO_RENEWAL'], pass('The renewal of {label} is {renewal.status}')),
  },
  unsaid: pass('{label} has not been due for renewal'), // the summary is there once a renewal began
  risk: 'The certificate expires although everybody relies on its being renewed, and what presents it breaks.',
  fix: {
    text: 'Put the CNAME records that Certificate Manager shows back into DNS, or answer its e-mails; for a private certificate mend the access to its authority that the reason names. It tries again by itself.',
  },
  references: [
    'https://docs.aws.amazon.com/acm/latest/userguide/check-certificate-renewal-status.html',
    'https://docs.aws.amazon.com/acm/latest/userguide/troubleshooting-renewal.html',
  ],
});
