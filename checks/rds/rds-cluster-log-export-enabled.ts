import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { dbCluster } from '../../src/services/rds/cluster.ts';

export default state(dbCluster, 'rds-cluster-log-export-enabled', {
  title: 'Database clusters export logs to CloudWatch Logs',
  at: 'exportedLogs',
  is: { '[]': fail('{label} exports no logs to CloudWatch Logs') },
  otherwise: pass('{label} exports to CloudWatch Logs: {exportedLogs:some}'),
  // RDS leaves the member out where nothing is exported, as in the examples of
  // https://docs.aws.amazon.com/cli/latest/reference/rds/describe-db-instances.html
  unsaid: fail('{label} exports no logs to CloudWatch Logs'),
  unless: [
    {
      at: 'engineMode',
      is: ['serverless'],
      because: '{label} is of Aurora Serverless v1, which exports whatever logs its parameters turn on',
    },
  ],
  risk: 'Logs that stay on the database are deleted after days and go with it: who logged on and what went wrong cannot be found out afterwards.',
  fix: {
    text: 'Export the logs of its engine: postgresql, or audit and error of MySQL and MariaDB, error of SQL Server, alert and audit of Oracle, diag.log of Db2. Some of them have to be written first, by a parameter or option group. CloudWatch Logs bills what comes in.',
    cli: 'aws rds modify-db-cluster --db-cluster-identifier {id} --cloudwatch-logs-export-configuration EnableLogTypes=LOG_TYPE --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-34',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-37',
  ],
});
