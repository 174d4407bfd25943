import { fail, pass, unknown } from '../../src/engine/check.ts';
import { daysLeft } from '../../src/engine/forms/index.ts';
import { serverCertificate } from '../../src/services/iam/server-certificate.ts';

export default daysLeft(serverCertificate, 'iam-server-certificate-not-expired', {
  title: 'Server certificates in IAM have not expired',
  at: 'expiresAt',
  pass: pass('{name} expires on {expiresAt:day}, in {days} days'),
  past: fail('{name} expired on {expiresAt:day}'),
  unsaid: unknown('AWS does not say when {name} expires'),
  risk: 'An expired certificate that a load balancer still presents breaks its clients or teaches people to click warnings away.',
  fix: {
    text: 'Replace it where it is used, with Certificate Manager where the region has it, then delete it from IAM.',
    cli: 'aws iam delete-server-certificate --server-certificate-name {name}',
    terraform:
      'resource "aws_acm_certificate" "this" {\n  domain_name       = "www.example.com"\n  validation_method = "DNS"\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html'],
});
