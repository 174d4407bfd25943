import { service } from '../../aws/service.ts';

export const acm = service<typeof import('@aws-sdk/client-acm')>({
  id: 'acm',
  sdkId: 'ACM',
  // What it always sends: https://docs.aws.amazon.com/acm/latest/APIReference/API_ListCertificates.html
  sends: {
    CertificateSummary: ['CertificateArn'],
    DescribeCertificateResponse: ['Certificate'],
    ListCertificatesResponse: ['CertificateSummaryList'],
  },
  load: () => import('./sdk.ts'),
});
