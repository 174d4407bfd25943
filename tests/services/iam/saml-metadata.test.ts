import { describe, expect, it } from 'vitest';
import { signingCertificates } from '../../../src/services/iam/saml-metadata.ts';

/** Of the same name: one until 2023, one until 2049. */
const old =
  'MIIBIDCBx6ADAgECAgEBMAoGCCqGSM49BAMCMBoxGDAWBgNVBAMMD2lkcC5leGFtcGxlLmNvbTAeFw0yMDAxMDEwMDAwMDBaFw0yMzAxMDEwMDAwMDBaMBoxGDAWBgNVBAMMD2lkcC5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJ5kjTPlEJqC+r4zF46er+yxUzTho4qo8wc+kgxNuW6JodRTx+6pVJesRm0wZKgAfJPW8NJ+QU+Sj7373RzUB08wCgYIKoZIzj0EAwIDSAAwRQIhAIahbGzEcXqsdtc428cCa8C63z/7LFZsl4zkR/pcyjBEAiBjnDZHmZ4AvCH5sYGP7AIXNJqc2ysGZDVrPc3czwN1/w==';
const fresh =
  'MIIBIDCBx6ADAgECAgEBMAoGCCqGSM49BAMCMBoxGDAWBgNVBAMMD2lkcC5leGFtcGxlLmNvbTAeFw0yMDAxMDEwMDAwMDBaFw00OTAxMDEwMDAwMDBaMBoxGDAWBgNVBAMMD2lkcC5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJ5kjTPlEJqC+r4zF46er+yxUzTho4qo8wc+kgxNuW6JodRTx+6pVJesRm0wZKgAfJPW8NJ+QU+Sj7373RzUB08wCgYIKoZIzj0EAwIDSAAwRQIhALErG5zqOflxiHB7Yt4hvsEb8pf7CUjpIZbiLb6zshjPAiBos9MECmPQ4xfLGO37KNtBi7dKDiB0+u4kNxuUv0RmBg==';

const key = (certificate: string, use = ' use="signing"', ns = 'ds:'): string =>
  `<md:KeyDescriptor${use}><ds:KeyInfo><ds:X509Data><${ns}X509Certificate>${certificate}</${ns}X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
const metadata = (...keys: string[]): string =>
  `<?xml version="1.0"?><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"><md:IDPSSODescriptor protocolSupportEnumeration="p">${keys.join('')}</md:IDPSSODescriptor></md:EntityDescriptor>`;
const ends = (text: string) => signingCertificates(text).map(({ until }) => until?.slice(0, 4));

describe('certificates of SAML metadata', () => {
  it.each<readonly [string, string, readonly (string | undefined)[]]>([
    ['one', metadata(key(fresh)), ['2049']],
    ['two', metadata(key(old), key(fresh)), ['2023', '2049']],
    ['one for anything', metadata(key(fresh, '')), ['2049']],
    ['one in lines', metadata(key(`\n${fresh.replaceAll(/.{64}/g, '$&\n')}\n`)), ['2049']],
    [
      'one without a prefix',
      metadata(key(fresh, '', ''))
        .replaceAll('md:', '')
        .replaceAll('ds:', ''),
      ['2049'],
    ],
    ['one for encryption is left out', metadata(key(old, ' use="encryption"'), key(fresh)), ['2049']],
    ['one in a comment is left out', metadata(`<!--${key(old)}-->`, key(fresh)), ['2049']],
    ['what is no certificate', metadata(key('bm90IG9uZQ=='), key(fresh)), [undefined, '2049']],
    ['those of a service provider are left out', metadata(key(old)).replaceAll('IDPSSO', 'SPSSO'), []],
    ['what is no metadata', 'x'.repeat(1000), []],
  ])('%s', (_, text, expected) => {
    expect(ends(text)).toEqual(expected);
  });
});
