import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { certificate } from '../../src/services/acm/certificate.ts';

export default state(certificate, 'acm-certificate-key-algorithm-strong', {
  title: 'Certificates in Certificate Manager have strong keys',
  at: 'keyAlgorithm',
  is: {
    RSA_1024: fail('{label} has a key of {keyAlgorithm}; expected RSA of at least 2048 bits or an elliptic curve'),
    ...sameFor(
      ['RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1', 'EC_secp521r1'],
      pass('{label} has a key of {keyAlgorithm}'),
    ),
  },
  unsaid: unknown('AWS does not say what key {label} has'),
  risk: 'Keys of 1024 bits are within reach of well-equipped attackers, who then pose as the site or read its traffic.',
  fix: { text: 'Import or request a certificate with a longer key, use it instead, then delete this one.' },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-prerequisites.html'],
});
