import { notExpired } from '../../src/judgements/certificates/dates.ts';
import { serverCertificate } from '../../src/services/iam/server-certificate.ts';

export default notExpired(serverCertificate, 'iam-server-certificate-not-expired', {
  title: 'Server certificates in IAM have not expired',
  dates: { notAfter: 'expiresAt' },
  risk: 'An expired certificate that a load balancer still presents breaks its clients or teaches people to click warnings away.',
  fix: {
    text: 'Replace it where it is used, with Certificate Manager where the region has it, then delete it from IAM.',
    cli: 'aws iam delete-server-certificate --server-certificate-name {name}',
    terraform:
      'resource "aws_acm_certificate" "this" {\n  domain_name       = "www.example.com"\n  validation_method = "DNS"\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html'],
});
