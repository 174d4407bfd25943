import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { redshiftCluster } from '../../src/services/redshift/cluster.ts';

export default state(redshiftCluster, 'redshift-cluster-audit-logging-enabled', {
  title: 'Redshift clusters have audit logging on',
  at: 'logging.enabled',
  is: {
    true: pass('{label} has audit logging on'),
    false: fail('{label} has no audit logging'),
  },
  unsaid: unknown('Redshift did not say whether {label} has audit logging on'),
  risk: 'Who connected, who tried to, and how users were changed cannot be found out afterwards.',
  fix: {
    text: 'Send the logs of connections and users to CloudWatch Logs, which bills what comes in; the log of statements needs enable_user_activity_logging in the parameter group as well. `aws redshift disable-logging` undoes it.',
    cli: 'aws redshift enable-logging --cluster-identifier {id} --log-destination-type cloudwatch --log-exports connectionlog userlog useractivitylog',
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-4',
  ],
});
