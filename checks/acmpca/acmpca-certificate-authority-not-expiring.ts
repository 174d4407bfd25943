import { notExpiringSoon, renewalSettings } from '../../src/judgements/certificates/dates.ts';
import { certificateAuthority, withoutCertificate } from '../../src/services/acmpca/authority.ts';

export default notExpiringSoon(certificateAuthority, 'acmpca-certificate-authority-not-expiring', {
  title: 'Private certificate authorities are renewed in time',
  settings: renewalSettings,
  dates: { notBefore: 'notBefore', notAfter: 'notAfter' },
  unless: [withoutCertificate],
  risk: 'When the authority expires all of its certificates do: services stop trusting each other at once. Well before, it issues only certificates that end with it.',
  fix: {
    text: 'Sign the request of the authority anew and import the certificate, or make a new authority and bring its certificate to all clients first: that takes weeks, so begin months before.',
  },
  references: ['https://docs.aws.amazon.com/privateca/latest/userguide/ca-lifecycle.html'],
});
