/** The account that {@link answers answer sets} speak of. */
export const account = '123456789012';
/** The regions that are enabled; a third one is not. The second has something of every kind. */
export const regions = ['eu-west-1', 'us-east-1'] as const;
export const mainRegion = 'us-east-1';
/** Whom the account shares things with. */
export const otherAccount = '999999999999';
/** Is wherever a secret should not be. */
export const plantedSecret = 'xK9vQ2mT7pLw4ZrB8nYc';

const dayMs = 86_400_000;
/** Some days ago, as a time that stays the same for the whole process. */
export const daysAgo = (days: number): Date => new Date(Math.floor(Date.now() / dayMs) * dayMs - days * dayMs);

/** An ARN of the account. @param region empty for services whose ARNs have none */
export const arnOf = (service: string, rest: string, region: string = mainRegion): string =>
  `arn:aws:${service}:${region}:${account}:${rest}`;
/** The id of a KMS key. @param end its last digit */
export const keyId = (end: number | string): string => `00000000-0000-4000-8000-00000000000${end}`;
/** The account's own KMS key, which KMS lists. */
export const keyArn = arnOf('kms', `key/${keyId(1)}`);
export const iamArn = (rest: string): string => arnOf('iam', rest, '');

/** A policy as text. */
export const policy = (...Statement: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement });

/** `vpc-a1` in the main region, `vpc-b1` in the other one. */
export const idIn = (region: string, kind: string, n: number | string = 1): string =>
  `${kind}-${region === mainRegion ? 'a' : 'b'}${n}`;

/** A certificate of `idp.example.com`, until 2049. */
const idpCertificate =
  'MIIBIDCBx6ADAgECAgEBMAoGCCqGSM49BAMCMBoxGDAWBgNVBAMMD2lkcC5leGFtcGxlLmNvbTAeFw0yMDAxMDEwMDAwMDBaFw00OTAxMDEwMDAwMDBaMBoxGDAWBgNVBAMMD2lkcC5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJ5kjTPlEJqC+r4zF46er+yxUzTho4qo8wc+kgxNuW6JodRTx+6pVJesRm0wZKgAfJPW8NJ+QU+Sj7373RzUB08wCgYIKoZIzj0EAwIDSAAwRQIhALErG5zqOflxiHB7Yt4hvsEb8pf7CUjpIZbiLb6zshjPAiBos9MECmPQ4xfLGO37KNtBi7dKDiB0+u4kNxuUv0RmBg==';
/** Of an identity provider that signs by it. */
export const samlMetadata = `<EntityDescriptor entityID="https://idp.example.com"><IDPSSODescriptor><KeyDescriptor use="signing"><KeyInfo><X509Data><X509Certificate>${idpCertificate}</X509Certificate></X509Data></KeyInfo></KeyDescriptor></IDPSSODescriptor></EntityDescriptor>`;
