import { notExpired } from '../../src/judgements/certificates/dates.ts';
import { certificate } from '../../src/services/dms/certificate.ts';

export default notExpired(certificate, 'dms-certificate-not-expired', {
  title: 'Certificates that endpoints of DMS trust have not expired',
  dates: { notBefore: 'notBefore', notAfter: 'notAfter' },
  risk: 'A task whose endpoint trusts an expired certificate no longer connects, or people turn verification off to get on.',
  fix: {
    text: 'Import the present certificate of the database (`aws dms import-certificate`), have the endpoints trust that one (`aws dms modify-endpoint --certificate-arn`), then delete the old one, which cannot be undone.',
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html'],
});
