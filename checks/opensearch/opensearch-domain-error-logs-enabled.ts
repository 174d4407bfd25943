import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';

export default state(domain, 'opensearch-domain-error-logs-enabled', {
  title: 'OpenSearch domains publish error logs',
  at: 'details.errorLogs',
  is: {
    true: pass('{label} publishes error logs to CloudWatch Logs'),
    false: fail('{label} publishes no error logs; expected them in CloudWatch Logs'),
  },
  unsaid: unknown('OpenSearch Service did not say whether {label} publishes error logs'),
  unless: [beingDeleted],
  risk: 'Failing scripts and queries, lost shards and refused access leave no trace that can be looked at.',
  fix: {
    text: 'Create a log group, let es.amazonaws.com write to it by a resource policy of CloudWatch Logs, and name it.',
    cli: "aws opensearch update-domain-config --domain-name {id} --log-publishing-options 'ES_APPLICATION_LOGS={CloudWatchLogsLogGroupArn=LOG_GROUP_ARN,Enabled=true}'",
  },
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-4',
  ],
});
