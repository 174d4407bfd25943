import { daysLeft } from '../../src/engine/forms/index.ts';
import { authorityNotExpiring } from '../../src/judgements/certificates/database-authority.ts';
import { documentInstance } from '../../src/services/rds/document.ts';

export default daysLeft(documentInstance, 'documentdb-instance-ca-certificate-not-expiring', {
  title: 'CA certificates of DocumentDB instances do not expire soon',
  ...authorityNotExpiring,
  fix: {
    text: 'First give all clients the bundle of CAs that AWS publishes, else they no longer connect. Then change the CA of the instance, which may be restarted for it. RSA 2048 is what most clients know.',
    cli: 'aws docdb modify-db-instance --db-instance-identifier {id} --ca-certificate-identifier rds-ca-rsa2048-g1 --apply-immediately',
  },
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/ca_cert_rotation.html'],
});
