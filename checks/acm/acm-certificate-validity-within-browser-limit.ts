import { withinBrowserLimit } from '../../src/judgements/certificates/dates.ts';
import { certificate, notIssued } from '../../src/services/acm/certificate.ts';

export default withinBrowserLimit(certificate, 'acm-certificate-validity-within-browser-limit', {
  title: 'Certificates are valid for no longer than browsers take',
  dates: { notBefore: 'notBefore', notAfter: 'notAfter' },
  authority: { at: 'type', is: { AMAZON_ISSUED: 'public', PRIVATE: 'private', IMPORTED: 'either' } },
  unless: [
    { ...notIssued, because: '{label} was not issued' },
    { at: 'status', is: ['EXPIRED', 'REVOKED'], because: '{label} is {status}' },
  ],
  risk: 'Browsers refuse a public certificate that is valid for longer than they took on the day of its issue.',
  fix: {
    text: 'Request a certificate from Certificate Manager, which keeps to the limit and renews by itself, or let the authority issue a shorter one and import it under the same ARN.',
  },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html'],
});
