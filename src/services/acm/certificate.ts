import { listed } from '../../inventory/listed.ts';
import { acm } from './service.ts';

/** A certificate. Without key types ACM lists those with RSA keys up to 2048 bits only, and none that came by ACME unless asked. */
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
  references: ['https://docs.aws.amazon.com/acm/latest/APIReference/API_ListCertificates.html'],
  id: ({ CertificateArn }) => CertificateArn?.split('/').at(-1),
  keep: {
    arn: 'CertificateArn',
    domainName: 'DomainName',
    status: 'Status',
    type: 'Type',
    keyAlgorithm: 'KeyAlgorithm',
    inUse: 'InUse',
    notBefore: 'NotBefore',
    notAfter: 'NotAfter',
  },
});
