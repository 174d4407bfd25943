import { fail, pass, unknown } from '../../src/engine/check.ts';
import { daysLeft } from '../../src/engine/forms/index.ts';
import { dbInstance } from '../../src/services/rds/instance.ts';
import { shell } from '../../src/text/shell.ts';

/**
 * CAs that have expired, and that AWS may list no more:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html, as of November 2026
 */
const expired: Readonly<Record<string, string>> = { 'rds-ca-2015': 'March 2020', 'rds-ca-2019': 'August 2024' };

export default daysLeft(dbInstance, 'rds-instance-ca-certificate-not-expiring', {
  title: 'CA certificates of databases do not expire soon',
  settings: {
    days: { type: 'integer', default: 90, min: 1, describe: 'days that a CA certificate is still valid at least' },
  },
  at: 'ca.validTill',
  atLeast: 'days',
  pass: pass('The certificate of {label} is of {certificateAuthority}, a CA that is valid until {ca.validTill:day}'),
  fail: fail(
    'The certificate of {label} is of {certificateAuthority}, a CA that expires on {ca.validTill:day}; expected at least {settings.days} days',
  ),
  past: fail('The certificate of {label} is of {certificateAuthority}, a CA that expired on {ca.validTill:day}'),
  unsaid: ({ name, certificateAuthority: ca }) => {
    const until = ca !== undefined && Object.hasOwn(expired, ca) ? expired[ca] : undefined;
    return until === undefined
      ? unknown(`AWS does not say until when the CA of ${name}${ca === undefined ? '' : `, ${ca},`} is valid`)
      : fail(`The certificate of ${name} is of ${ca}, a CA that expired in ${until}`);
  },
  risk: 'When the CA has expired, clients that check the certificate, as they should, no longer connect.',
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
