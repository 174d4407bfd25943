import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { certificateAuthority, withoutCertificate } from '../../src/services/acmpca/authority.ts';

const lasting = ['ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87'] as const;
const breakable = [
  'RSA_1024',
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'EC_prime256v1',
  'EC_secp384r1',
  'EC_secp521r1',
  'SM2',
] as const;

export default state(certificateAuthority, 'acmpca-certificate-authority-post-quantum-key', {
  title: 'Private certificate authorities have keys that withstand quantum computers',
  at: 'keyAlgorithm',
  is: {
    ...sameFor(lasting, pass('{label} has a key that withstands quantum computers ({keyAlgorithm})')),
    ...sameFor(
      breakable,
      fail('{label} has a key that quantum computers may work out ({keyAlgorithm}); expected one of ML-DSA'),
    ),
  },
  otherwise: unknown('{label} has a key of {keyAlgorithm}, which this version does not know'),
  unsaid: unknown('AWS does not say what key {label} has'),
  unless: [
    withoutCertificate,
    { at: 'status', is: ['EXPIRED', 'DISABLED'], because: '{label} issues nothing any more ({status})' },
  ],
  risk: 'An authority is trusted for ten years and more. Whoever has a quantum computer before it ends works out its key from its certificate, and issues for any name.',
  fix: {
    text: 'The key of an authority cannot be changed: where clients can verify ML-DSA, make a new authority with such a key, bring its certificate to them, issue from it, then disable this one. Start with roots that are to last longest.',
  },
  references: ['https://docs.aws.amazon.com/privateca/latest/userguide/supported-algorithms.html'],
});
