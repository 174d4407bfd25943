import { listed } from '../../inventory/listed.ts';
import { acm } from './service.ts';

/**
 * Unless asked, ACM lists neither certificates with elliptic curves or more than 2,048 bits nor those that came by ACME. Whether
 * those without a domain name are listed where key types are asked for could not be confirmed.
 */
export const certificate = listed(acm, 'AWS::CertificateManager::Certificate', 'ListCertificates', {
  at: 'CertificateSummaryList',
  input: {
    MaxItems: 1000,
    CertificateKeyPairOrigins: ['AWS_MANAGED', 'ACME', 'CUSTOMER_PROVIDED'],
    Includes: {
      keyTypes: ['RSA_1024', 'RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1', 'EC_secp521r1'],
    },
  },
  narrows: { CertificateStatuses: 'unless given' },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html'],
  id: ({ CertificateArn }) => CertificateArn?.split('/').at(-1),
  keep: {
    arn: 'CertificateArn',
    name: ({ DomainName, CertificateArn }) => DomainName ?? CertificateArn ?? '',
    status: 'Status',
    type: 'Type',
    keyAlgorithm: 'KeyAlgorithm',
    /** Of both kinds, each once. ACM lists the first hundred alternatives; where there are more, or it says none, the last of these is undefined. */
    domains: ({ DomainName, SubjectAlternativeNameSummaries: others, HasAdditionalSubjectAlternativeNames: more }) => [
      ...new Set([
        ...(DomainName === undefined ? [] : [DomainName]),
        ...(others === undefined ? [undefined] : [...others, ...(more === true ? [undefined] : [])]),
      ]),
    ],
    exportOption: 'ExportOption',
    exported: 'Exported',
    inUse: 'InUse',
    renewalEligibility: 'RenewalEligibility',
    notBefore: 'NotBefore',
    notAfter: 'NotAfter',
    revokedAt: 'RevokedAt',
  },
}).facets((facet) => ({
  renewal: facet({
    calls: ['DescribeCertificate'],
    async read(api, { arn, type }) {
      // ACM renews nothing that was imported: https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html
      if (type === 'IMPORTED') return {};
      const { Certificate } = await api.call('DescribeCertificate', { CertificateArn: arn });
      const renewal = Certificate?.RenewalSummary;
      return {
        status: renewal?.RenewalStatus,
        reason: renewal?.RenewalStatusReason,
        /** `ENABLED` or `DISABLED`: whether it is written into a log of certificate transparency. */
        transparency: Certificate?.Options?.CertificateTransparencyLoggingPreference,
      };
    },
  }),
}));

/** In these a certificate was asked for, and there is none. */
export const notIssued = {
  at: 'status',
  is: ['PENDING_VALIDATION', 'VALIDATION_TIMED_OUT', 'FAILED'],
} as const;
