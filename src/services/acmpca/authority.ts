import { listed } from '../../inventory/listed.ts';
import { cloudtrail } from '../cloudtrail/service.ts';
import { auditReportsOf } from './audit-reports.ts';
import { acmpca } from './service.ts';

/** A private certificate authority of the account. */
export const certificateAuthority = listed(acmpca, 'AWS::ACMPCA::CertificateAuthority', 'ListCertificateAuthorities', {
  at: 'CertificateAuthorities',
  // It may give fewer than are asked for, and goes on.
  input: { MaxResults: 1000 },
  narrows: { ResourceOwner: "hides other accounts' authorities that are shared with this one: they are judged there" },
  references: ['https://docs.aws.amazon.com/privateca/latest/APIReference/API_CertificateAuthority.html'],
  id: ({ Arn }) => Arn?.split('/').at(-1),
  keep: {
    arn: 'Arn',
    name: ({ Arn, CertificateAuthorityConfiguration: own }) => own?.Subject?.CommonName ?? Arn?.split('/').at(-1) ?? '',
    status: 'Status',
    /** `ROOT` or `SUBORDINATE`. */
    level: 'Type',
    createdAt: 'CreatedAt',
    notBefore: 'NotBefore',
    notAfter: 'NotAfter',
    keyAlgorithm: ({ CertificateAuthorityConfiguration: own }) => own?.KeyAlgorithm as string | undefined,
    /** The standard that the hardware with its key meets; undefined in snapshots of earlier versions. */
    keyStorage: 'KeyStorageSecurityStandard',
    usageMode: 'UsageMode',
    /** How certificates are told that it has taken back; undefined where AWS says nothing of it. */
    revocation: ({ RevocationConfiguration: told }) => {
      const [crl, ocsp] = [told?.CrlConfiguration?.Enabled, told?.OcspConfiguration?.Enabled];
      if (crl === undefined && ocsp === undefined) return undefined;
      return crl === true ? (ocsp === true ? 'both' : 'crl') : ocsp === true ? 'ocsp' : 'none';
    },
    crlBucket: ({ RevocationConfiguration: told }) => told?.CrlConfiguration?.S3BucketName,
    /** `PUBLIC_READ` or `BUCKET_OWNER_FULL_CONTROL`. */
    crlAcl: ({ RevocationConfiguration: told }) => told?.CrlConfiguration?.S3ObjectAcl,
  },
}).facets((facet) => ({
  /** The text of its resource policy. */
  policy: facet.call('GetPolicy', {
    absentOn: ['ResourceNotFoundException'],
    input: ({ arn }) => ({ ResourceArn: arn }),
    keep: ({ Policy }) => Policy,
  }),
  /** When its audit reports were asked for, as far as the region's event history was read: that is read once for all authorities. */
  auditReports: facet.from(cloudtrail, {
    calls: ['LookupEvents'],
    often: { LookupEvents: 'apart' },
    read: (api, { arn }) => auditReportsOf(api, arn),
  }),
}));

/** There is no certificate of it, not yet or not any more. */
export const withoutCertificate = {
  at: 'status',
  is: ['CREATING', 'PENDING_CERTIFICATE', 'FAILED', 'DELETED'],
  because: '{label} has no certificate in use ({status})',
} as const;

export const authorityPolicy = { kind: 'generic', at: 'policy', action: 'acm-pca:IssueCertificate' } as const;
