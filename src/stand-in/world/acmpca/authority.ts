import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

const good = '00000000-0000-4000-8000-0000000000b1';
const old = '00000000-0000-4000-8000-0000000000b2';
const partners = '00000000-0000-4000-8000-0000000000b3';
const root = '00000000-0000-4000-8000-0000000000b4';
const formerRoot = '00000000-0000-4000-8000-0000000000b5';
const arn = (id: string): string => arnOf('acm-pca', `certificate-authority/${id}`);
const of = (id: string, CommonName: string) => ({
  Arn: arn(id),
  OwnerAccount: arn(id).split(':')[4],
  Type: 'SUBORDINATE' as const,
  Status: 'ACTIVE' as const,
  NotBefore: daysAgo(700),
  UsageMode: 'GENERAL_PURPOSE' as const,
  KeyStorageSecurityStandard:
    id === old ? ('FIPS_140_2_LEVEL_2_OR_HIGHER' as const) : ('FIPS_140_2_LEVEL_3_OR_HIGHER' as const),
  CertificateAuthorityConfiguration: {
    KeyAlgorithm:
      id === good ? ('EC_prime256v1' as const) : id === partners ? ('ML_DSA_65' as const) : ('RSA_2048' as const),
    SigningAlgorithm:
      id === good
        ? ('SHA256WITHECDSA' as const)
        : id === partners
          ? ('ML_DSA_65' as const)
          : ('SHA256WITHRSA' as const),
    Subject: { CommonName },
  },
});

/** One for services that tells what it has taken back, one for partners whose lists everybody reads, a root that is off and one that is on, and one that everybody may have certificates of and that ends soon. */
export default answers(
  'acm-pca',
  {
    ListCertificateAuthorities: here({
      CertificateAuthorities: [
        {
          ...of(good, 'Services'),
          NotAfter: daysAgo(-1500),
          RevocationConfiguration: {
            CrlConfiguration: {
              Enabled: true,
              S3BucketName: 'acme-private',
              S3ObjectAcl: 'BUCKET_OWNER_FULL_CONTROL',
            },
            OcspConfiguration: { Enabled: true },
          },
        },
        {
          ...of(partners, 'Partners'),
          NotAfter: daysAgo(-1500),
          RevocationConfiguration: {
            CrlConfiguration: { Enabled: true, S3BucketName: 'acme-open', S3ObjectAcl: 'PUBLIC_READ' },
          },
        },
        {
          ...of(formerRoot, 'Former root'),
          Type: 'ROOT',
          Status: 'DISABLED',
          CreatedAt: daysAgo(1900),
          NotAfter: daysAgo(-1500),
          RevocationConfiguration: { CrlConfiguration: { Enabled: false }, OcspConfiguration: { Enabled: true } },
        },
        {
          ...of(root, 'Root'),
          Type: 'ROOT',
          CreatedAt: daysAgo(700),
          NotAfter: daysAgo(-3000),
          RevocationConfiguration: { CrlConfiguration: { Enabled: false }, OcspConfiguration: { Enabled: true } },
        },
        {
          ...of(old, 'Devices'),
          NotAfter: daysAgo(-9),
          RevocationConfiguration: { CrlConfiguration: { Enabled: false }, OcspConfiguration: { Enabled: false } },
        },
      ],
    }),
    GetPolicy: ({ input: { ResourceArn } }) =>
      ResourceArn === arn(old)
        ? {
            Policy: policy({
              Effect: 'Allow',
              Principal: '*',
              Action: ['acm-pca:IssueCertificate', 'acm-pca:GetCertificate'],
              Resource: arn(old),
            }),
          }
        : fails({ code: 'ResourceNotFoundException', status: 400 }),
  },
  { 'AWS::ACMPCA::CertificateAuthority': good },
);
