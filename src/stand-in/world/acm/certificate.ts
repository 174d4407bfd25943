import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

const at = (id: string): string => arnOf('acm', `certificate/${id}`);
const shop = at('0b5c6b1e-8a0f-4c56-9a53-6f3f6d1c7a10');
const issued = {
  Status: 'ISSUED',
  KeyAlgorithm: 'RSA_2048',
  ExportOption: 'DISABLED',
  InUse: true,
  RenewalEligibility: 'ELIGIBLE',
};
/** ACM lists the name itself among the alternatives. */
const named = (DomainName: string, ...more: readonly string[]) => ({
  DomainName,
  SubjectAlternativeNameSummaries: [DomainName, ...more],
});
const dates = (from: number, days: number) => ({ NotBefore: daysAgo(from), NotAfter: daysAgo(from - days) });

export default answers('acm', {
  ListCertificates: here({
    CertificateSummaryList: [
      { ...issued, CertificateArn: shop, ...named('shop.example.com'), Type: 'AMAZON_ISSUED', ...dates(20, 198) },
      {
        ...issued,
        CertificateArn: at('1f2d3c4b-5a69-4788-8796-a5b4c3d2e1f0'),
        ...named('partners.example.com', '*.partners.example.com'),
        Type: 'AMAZON_ISSUED',
        ExportOption: 'ENABLED',
        Exported: true,
        ...dates(185, 198),
      },
      {
        ...issued,
        CertificateArn: at('2e3d4c5b-6a79-4889-9807-b6c5d4e3f201'),
        ...named('erp.example.com'),
        Type: 'IMPORTED',
        RenewalEligibility: 'INELIGIBLE',
        KeyAlgorithm: 'RSA_1024',
        ...dates(30, 1000),
      },
      {
        ...issued,
        CertificateArn: at('3d4e5f6a-7b8c-4d9e-8f01-c7d6e5f4a302'),
        ...named('old.example.com'),
        Type: 'IMPORTED',
        RenewalEligibility: 'INELIGIBLE',
        Status: 'EXPIRED',
        InUse: false,
        ...dates(400, 365),
      },
      {
        ...issued,
        CertificateArn: at('4c5d6e7f-8091-4a2b-9c3d-d8e7f6a5b403'),
        ...named('internal.example.com'),
        Type: 'PRIVATE',
        Status: 'REVOKED',
        RevokedAt: daysAgo(3),
        ...dates(60, 395),
      },
    ],
  }),
  DescribeCertificate: ({ input }) => ({
    Certificate: {
      CertificateArn: input['CertificateArn'],
      ...(input['CertificateArn'] === shop
        ? { Options: { CertificateTransparencyLoggingPreference: 'ENABLED' } }
        : {
            Options: { CertificateTransparencyLoggingPreference: 'DISABLED' },
            RenewalSummary: {
              RenewalStatus: 'PENDING_VALIDATION',
              DomainValidationOptions: [{ DomainName: 'partners.example.com', ValidationStatus: 'PENDING_VALIDATION' }],
              UpdatedAt: daysAgo(2),
            },
          }),
    },
  }),
});
