import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { daysUntil } from '../../src/text/time.ts';
import { serverCertificate } from '../../src/services/iam/server-certificate.ts';

export default defineCheck({
  id: 'iam-server-certificate-not-expired',
  title: 'Server certificates in IAM have not expired',
  resource: serverCertificate,
  risk: 'An expired certificate that a load balancer still presents breaks its clients or teaches people to click warnings away.',
  fix: {
    text: 'Replace it where it is used, with Certificate Manager where the region has it, then delete it from IAM.',
    cli: 'aws iam delete-server-certificate --server-certificate-name {name}',
    terraform:
      'resource "aws_acm_certificate" "this" {\n  domain_name       = "www.example.com"\n  validation_method = "DNS"\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html'],
  evaluate({ name, expiresAt }, { now }) {
    const days = daysUntil(expiresAt, now);
    if (expiresAt === undefined || days === undefined) return unknown(`AWS does not say when ${name} expires`);
    if (days < 0) return fail(`${name} expired on ${expiresAt.slice(0, 10)}`, { expiresAt });
    return pass(`${name} expires on ${expiresAt.slice(0, 10)}, in ${days} days`, { expiresAt });
  },
});
