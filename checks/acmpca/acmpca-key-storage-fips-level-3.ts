import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { certificateAuthority, withoutCertificate } from '../../src/services/acmpca/authority.ts';

export default state(certificateAuthority, 'acmpca-key-storage-fips-level-3', {
  title: 'Keys of private certificate authorities are in hardware of FIPS 140 level 3',
  at: 'keyStorage',
  is: {
    FIPS_140_2_LEVEL_3_OR_HIGHER: pass('The key of {label} is in hardware of FIPS 140-2 level 3 or higher'),
    FIPS_140_2_LEVEL_2_OR_HIGHER: fail(
      'The key of {label} may be in hardware of FIPS 140-2 level 2; expected level 3 or higher',
    ),
    CCPC_LEVEL_1_OR_HIGHER: notApplicable('the key of {label} is in hardware of another standard ({keyStorage})'),
  },
  unsaid: unknown('AWS does not say in what hardware the key of {label} is'),
  unless: [withoutCertificate],
  risk: 'Hardware of level 2 shows that somebody opened it, but does not destroy the key: whoever gets at it is any service that the authority vouches for.',
  fix: {
    text: 'Where an authority keeps its key cannot be changed: make a new one with KeyStorageSecurityStandard FIPS_140_2_LEVEL_3_OR_HIGHER, issue from it, then disable this one. Regions that offer level 2 alone refuse it.',
  },
  references: ['https://docs.aws.amazon.com/privateca/latest/APIReference/API_CertificateAuthority.html'],
});
