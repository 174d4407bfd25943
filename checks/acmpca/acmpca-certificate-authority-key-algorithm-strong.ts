import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { certificateAuthority, withoutCertificate } from '../../src/services/acmpca/authority.ts';

/** Elliptic curves of 256 bits and more, and those that withstand quantum computers. */
const strong: ReadonlySet<string> = new Set([
  'EC_prime256v1',
  'EC_secp384r1',
  'EC_secp521r1',
  'ML_DSA_44',
  'ML_DSA_65',
  'ML_DSA_87',
  'SM2',
]);

export default state(certificateAuthority, 'acmpca-certificate-authority-key-algorithm-strong', {
  title: 'Private certificate authorities have strong keys',
  settings: {
    rsaBits: { type: 'integer', default: 2048, min: 2048, max: 8192, describe: 'bits that an RSA key has at least' },
  },
  at: 'keyAlgorithm',
  is: {
    RSA_1024: fail(
      '{label} has a key of {keyAlgorithm}; expected RSA of at least {settings.rsaBits} bits or an elliptic curve',
    ),
  },
  otherwise: ({ name, keyAlgorithm = '' }, { settings: { rsaBits } }) => {
    const evidence = { keyAlgorithm };
    if (strong.has(keyAlgorithm)) return pass(`${name} has a key of ${keyAlgorithm}`, evidence);
    const bits = Number(/^RSA_(\d+)$/.exec(keyAlgorithm)?.[1]);
    if (Number.isNaN(bits)) return unknown(`${name} has a key of ${keyAlgorithm}, which this version does not know`);
    return bits >= rsaBits
      ? pass(`${name} has a key of ${keyAlgorithm}`, evidence)
      : fail(
          `${name} has a key of ${keyAlgorithm}; expected RSA of at least ${rsaBits} bits or an elliptic curve`,
          evidence,
        );
  },
  unsaid: unknown('AWS does not say what key {label} has'),
  unless: [withoutCertificate],
  risk: 'Whoever works out the key of an authority issues certificates for any name, and all that trust it trust him.',
  fix: {
    text: 'The key of an authority cannot be changed: make a new one with a longer key, bring its certificate to all clients, issue from it, then disable this one.',
  },
  references: ['https://docs.aws.amazon.com/privateca/latest/userguide/supported-algorithms.html'],
});
