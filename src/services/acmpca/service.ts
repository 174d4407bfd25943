import { service } from '../../aws/service.ts';

/**
 * AWS Private CA. The client is made of botocore's model: the registry's is older than the algorithms that authorities have today.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsprivatecertificateauthority.html
 */
export const acmpca = service<typeof import('./client.ts')>({
  id: 'acmpca',
  sdkId: 'ACM PCA',
  iamPrefix: 'acm-pca',
  // What it always sends: https://docs.aws.amazon.com/privateca/latest/APIReference/API_ListCertificateAuthorities.html
  sends: {
    CertificateAuthority: ['Arn', 'Status'],
    CertificateAuthorityConfiguration: ['KeyAlgorithm', 'SigningAlgorithm', 'Subject'],
    CrlConfiguration: ['Enabled'],
    GetPolicyResponse: ['Policy'],
    ListCertificateAuthoritiesResponse: ['CertificateAuthorities'],
    OcspConfiguration: ['Enabled'],
  },
  load: () => import('./sdk.ts'),
});
