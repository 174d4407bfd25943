import { daysLeft } from '../../src/engine/forms/index.ts';
import { authorityNotExpiring } from '../../src/judgements/certificates/database-authority.ts';
import { dbInstance } from '../../src/services/rds/instance.ts';
import { shell } from '../../src/text/shell.ts';

export default daysLeft(dbInstance, 'rds-instance-ca-certificate-not-expiring', {
  title: 'CA certificates of databases do not expire soon',
  ...authorityNotExpiring,
  fix: {
    text: 'First give all clients the bundle of CAs that RDS publishes, else they no longer connect. Then change the CA; engines that cannot do so while they run are restarted, at once or in the maintenance window. RSA 2048 is what most clients know.',
    // Of a Multi-AZ cluster of RDS it is changed for all members at once; those of Aurora have each their own.
    exact: ({ id, cluster, engine }) => ({
      cli: `${
        cluster === undefined || engine?.startsWith('aurora') === true
          ? shell`aws rds modify-db-instance --db-instance-identifier ${id}`
          : shell`aws rds modify-db-cluster --db-cluster-identifier ${cluster}`
      } --ca-certificate-identifier rds-ca-rsa2048-g1 --apply-immediately`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html',
  ],
});
