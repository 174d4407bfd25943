import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { dbInstance, notOfCluster } from '../../src/services/rds/instance.ts';
import { withoutIam } from '../../src/services/rds/engines.ts';

export default state(dbInstance, 'rds-instance-iam-auth-enabled', {
  title: 'Databases let users of IAM in',
  at: 'iamAuthentication',
  is: {
    true: pass('{label} takes users of IAM'),
    false: fail('{label} takes no users of IAM; expected IAM authentication'),
  },
  unsaid: unknown('AWS does not say whether {label} takes users of IAM'),
  unless: [notOfCluster, withoutIam],
  risk: 'Passwords of database users are shared, seldom changed, and valid after somebody has left.',
  fix: {
    text: 'Turn IAM authentication on, then give users `rds_iam` (PostgreSQL) or AWSAuthenticationPlugin (MySQL, MariaDB) and roles rds-db:connect. Users with passwords keep them.',
    cli: 'aws rds modify-db-instance --db-instance-identifier {id} --enable-iam-database-authentication --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-10',
  ],
});
