/** What is known of a cipher suite; undefined: its name says something that this version does not know. */
export interface Cipher {
  /** Why nobody should accept it, in words: `RC4`; undefined: nothing of it is broken. */
  readonly broken: string | undefined;
  /** Each session has keys of its own: whoever gets the server's key later cannot read what was recorded. */
  readonly forwardSecret: boolean;
  /** Encrypts and authenticates in one (GCM, CCM, Poly1305), unlike CBC with a hash beside it. */
  readonly authenticated: boolean;
}

/** Parts of names that make a suite worthless, and what to call them. */
const broken: Readonly<Record<string, string>> = {
  NULL: 'no encryption',
  EXP: 'export-grade keys',
  EXPORT: 'export-grade keys',
  EXP1024: 'export-grade keys',
  ADH: 'no authentication',
  AECDH: 'no authentication',
  ANON: 'no authentication',
  RC2: 'RC2',
  RC4: 'RC4',
  DES: 'DES',
  CBC3: 'triple DES',
  '3DES': 'triple DES',
  IDEA: 'IDEA',
  SEED: 'SEED',
  MD5: 'MD5',
  DSS: 'DSA keys',
};

/** Parts that say how keys are exchanged, who proves what, and what encrypts; with those that are broken, all that is known. */
const known = new Set(
  [
    'TLS SSL WITH RSA ECDSA ECDH DH ECDHE DHE EDH EDE EDE3 KRB5 PSK SRP',
    'AES AES128 AES256 40 56 64 128 256 GCM CCM CCM8 8 CBC',
    'CHACHA20 POLY1305 CAMELLIA CAMELLIA128 CAMELLIA256 ARIA ARIA128 ARIA256',
    'SHA SHA1 SHA256 SHA384 SHA512',
    ...Object.keys(broken),
  ].flatMap((parts) => parts.split(' ')),
);
const encrypting = /^(?:AES|CHACHA20|CAMELLIA|ARIA)/;

/**
 * Takes a suite's name apart, as OpenSSL (`ECDHE-RSA-AES128-GCM-SHA256`) or IANA (`TLS_RSA_WITH_AES_128_CBC_SHA`) writes it. The
 * suites of TLS 1.3 say nothing of the key exchange, which has forward secrecy there
 * (https://www.rfc-editor.org/rfc/rfc8446#appendix-B.4). What is not to be used: https://www.rfc-editor.org/rfc/rfc9325#section-4.1
 */
export function cipherOf(name: string): Cipher | undefined {
  const parts = name.trim().toUpperCase().split(/[-_]/);
  if (parts.some((part) => !known.has(part))) return undefined;
  const worst = parts.map((part) => broken[part]).filter((why) => why !== undefined);
  if (worst.length === 0 && !parts.some((part) => encrypting.test(part))) return undefined;
  const authenticated = parts.some((part) => ['GCM', 'CCM', 'CCM8', 'POLY1305'].includes(part));
  const tls13 = parts[0] === 'TLS' && !parts.includes('WITH');
  const hash = parts.at(-1) ?? '';
  return {
    // "DES-CBC3" is OpenSSL's name of triple DES
    broken:
      worst.find((why) => why !== 'DES') ??
      worst[0] ??
      (!authenticated && (hash === 'SHA' || hash === 'SHA1') ? 'SHA-1' : undefined),
    forwardSecret: tls13 || parts.some((part) => ['ECDHE', 'DHE', 'EDH'].includes(part)),
    authenticated,
  };
}
