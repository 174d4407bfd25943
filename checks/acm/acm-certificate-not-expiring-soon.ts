import { notExpiringSoon, renewalSettings } from '../../src/judgements/certificates/dates.ts';
import { certificate, notIssued } from '../../src/services/acm/certificate.ts';

export default notExpiringSoon(certificate, 'acm-certificate-not-expiring-soon', {
  title: 'Certificates in Certificate Manager are renewed in time',
  settings: renewalSettings,
  dates: { notBefore: 'notBefore', notAfter: 'notAfter' },
  unless: [
    { ...notIssued, because: '{label} was not issued' },
    { at: 'status', is: ['REVOKED'], because: '{label} was revoked' },
  ],
  risk: 'A certificate that is not renewed in time breaks the clients of whatever presents it.',
  fix: {
    text: 'An imported certificate is renewed where it came from and imported again under the same ARN. One that Certificate Manager issued it renews by itself while it is in use and its domains can be validated: mend the DNS records that it shows.',
  },
  references: [
    'https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html',
    'https://docs.aws.amazon.com/acm/latest/userguide/import-reimport.html',
  ],
});
