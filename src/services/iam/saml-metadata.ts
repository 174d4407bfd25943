import { X509Certificate } from 'node:crypto';

/** A certificate by which an identity provider signs. */
export interface SigningCertificate {
  /** ISO time from which it is no longer valid; undefined: it could not be read. */
  readonly until: string | undefined;
}

const part = (name: string): RegExp =>
  new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>[\\s\\S]*?</(?:[\\w.-]+:)?${name}\\s*>`, 'g');
const providers = part('IDPSSODescriptor');
const keys = part('KeyDescriptor');
const certificates = part('X509Certificate');

const found = (text: string, what: RegExp): string[] => [...text.matchAll(what)].map(([all]) => all);

/**
 * The certificates by which an identity provider signs, out of its SAML 2.0 metadata: those of its key descriptors that are for
 * signing, or for anything, as one without `use` is (https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf, 2.4.1.1).
 */
export function signingCertificates(metadata: string): readonly SigningCertificate[] {
  const text = metadata.replaceAll(/<!--[\s\S]*?-->/g, '');
  return found(text, providers)
    .flatMap((provider) => found(provider, keys))
    .filter((key) => !/^<[^>]*\suse\s*=\s*["']encryption["']/.test(key))
    .flatMap((key) => found(key, certificates))
    .map((one) => ({ until: endOf(one.replaceAll(/<[^>]*>/g, '')) }));
}

function endOf(base64: string): string | undefined {
  try {
    return new Date(new X509Certificate(Buffer.from(base64, 'base64')).validTo).toISOString();
  } catch {
    // What is no certificate says nothing of its end; the check then knows no date.
    return undefined;
  }
}
