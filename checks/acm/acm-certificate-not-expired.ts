import { notExpired } from '../../src/judgements/certificates/dates.ts';
import { certificate, notIssued } from '../../src/services/acm/certificate.ts';

export default notExpired(certificate, 'acm-certificate-not-expired', {
  title: 'Certificates in Certificate Manager have not expired',
  dates: { notBefore: 'notBefore', notAfter: 'notAfter' },
  unless: [{ ...notIssued, because: '{label} was not issued' }],
  risk: 'An expired certificate that is still presented breaks its clients or teaches people to click warnings away.',
  fix: {
    text: 'Where something presents it, import a new one under the same ARN, or request one and use that. Then delete it, which is refused while a resource of AWS uses it and cannot be undone.',
    cli: 'aws acm delete-certificate --certificate-arn {arn}',
  },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html'],
});
