import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { dbCluster } from '../../src/services/rds/cluster.ts';

export default state(dbCluster, 'rds-cluster-iam-auth-enabled', {
  title: 'Database clusters let users of IAM in',
  at: 'iamAuthentication',
  is: {
    true: pass('{label} takes users of IAM'),
    false: fail('{label} takes no users of IAM; expected IAM authentication'),
  },
  unsaid: unknown('AWS does not say whether {label} takes users of IAM'),
  unless: [
    {
      at: 'engineMode',
      is: ['serverless'],
      because: '{label} is of Aurora Serverless v1, which knows no users of IAM',
    },
  ],
  risk: 'Passwords of database users are shared, seldom changed, and valid after somebody has left.',
  fix: {
    text: 'Turn IAM authentication on, then give users `rds_iam` (PostgreSQL) or AWSAuthenticationPlugin (MySQL) and roles rds-db:connect. Users with passwords keep them.',
    cli: 'aws rds modify-db-cluster --db-cluster-identifier {id} --enable-iam-database-authentication --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-12',
  ],
});
