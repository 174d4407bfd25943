import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { certificate, notIssued } from '../../src/services/acm/certificate.ts';

export default state(certificate, 'acm-certificate-renewal-eligible', {
  title: 'Certificates are of a kind that Certificate Manager renews',
  at: 'renewalEligibility',
  unless: [
    { ...notIssued, because: '{label} was not issued' },
    { at: 'status', is: ['EXPIRED', 'REVOKED'], because: '{label} is {status} and renewed no more' },
    {
      at: 'type',
      is: ['IMPORTED'],
      verdict: fail('{label} was imported, so Certificate Manager does not renew it[; it expires on {notAfter:day}]'),
    },
  ],
  is: {
    ELIGIBLE: pass('{label} can be renewed by Certificate Manager'),
    INELIGIBLE: fail('{label} is not eligible for renewal[; it expires on {notAfter:day}]'),
  },
  unsaid: unknown('AWS does not say whether {label} can be renewed'),
  risk: 'What is renewed by hand is forgotten one day, and what presents the certificate breaks.',
  fix: {
    text: 'Request a certificate that is validated by DNS from Certificate Manager and use it instead. One that nothing uses is not renewed either: delete it.',
  },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html'],
});
