import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { certificate, notIssued } from '../../src/services/acm/certificate.ts';

export default state(certificate, 'acm-certificate-not-revoked', {
  title: 'Certificates in Certificate Manager have not been revoked',
  at: 'status',
  is: {
    REVOKED: fail('{label} was revoked[ on {revokedAt:day}]; expected a certificate that clients trust'),
    ...sameFor(['ISSUED', 'INACTIVE', 'EXPIRED'], pass('{label} is not revoked')),
    ...sameFor(notIssued.is, notApplicable('{label} was not issued')),
  },
  unsaid: unknown('AWS does not say in which state {label} is'),
  risk: 'Clients that look at revocation refuse what presents it; the others trust a key that may be in wrong hands.',
  fix: {
    text: 'Find out why it was revoked, use a new certificate with a new key where it is presented, then delete it, which is refused while a resource of AWS uses it and cannot be undone.',
    cli: 'aws acm delete-certificate --certificate-arn {arn}',
  },
  references: ['https://docs.aws.amazon.com/acm/latest/APIReference/API_RevokeCertificate.html'],
});
