import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';

export default state(domain, 'opensearch-domain-audit-logging-enabled', {
  title: 'OpenSearch domains publish audit logs',
  at: 'details.auditLogs',
  is: {
    true: pass('{label} publishes audit logs to CloudWatch Logs'),
    false: fail('{label} publishes no audit logs; expected them in CloudWatch Logs'),
  },
  unsaid: unknown('OpenSearch Service did not say whether {label} publishes audit logs'),
  unless: [beingDeleted],
  risk: 'Nobody sees afterwards who signed in, tried to, and read or changed which index.',
  fix: {
    text: 'Create a log group, let es.amazonaws.com write to it by a resource policy of CloudWatch Logs, and name it. Audit logs need fine-grained access control, and are then turned on in the dashboards too, which no API of AWS tells.',
    cli: "aws opensearch update-domain-config --domain-name {id} --log-publishing-options 'AUDIT_LOGS={CloudWatchLogsLogGroupArn=LOG_GROUP_ARN,Enabled=true}'",
  },
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-5',
  ],
});
