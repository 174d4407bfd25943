import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

export default answers('acm', {
  ListCertificates: here({
    CertificateSummaryList: [
      {
        CertificateArn: arnOf('acm', 'certificate/1'),
        DomainName: 'example.com',
        Status: 'ISSUED',
        Type: 'AMAZON_ISSUED',
        KeyAlgorithm: 'RSA_2048',
        InUse: true,
        NotBefore: daysAgo(10),
        NotAfter: daysAgo(-180),
      },
      {
        CertificateArn: arnOf('acm', 'certificate/2'),
        DomainName: 'old.example.com',
        Status: 'EXPIRED',
        Type: 'IMPORTED',
        KeyAlgorithm: 'RSA_1024',
        InUse: false,
        NotBefore: daysAgo(400),
        NotAfter: daysAgo(35),
      },
    ],
  }),
});
