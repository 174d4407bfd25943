import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { topic } from '../../src/services/sns/topic.ts';

export default state(topic, 'sns-topic-delivery-status-logging-enabled', {
  title: 'Topics log deliveries',
  at: 'deliveryLogs',
  is: { '[]': fail('{label} logs no deliveries') },
  otherwise: pass('{label} logs deliveries by {deliveryLogs:some}'),
  risk: 'Messages that never arrived, and why, cannot be told from those that nobody sent.',
  fix: {
    text: 'Set a role that may write logs for each protocol that the topic delivers by: Lambda, SQS, HTTP, Firehose or Application. Failures alone are often enough; CloudWatch Logs bills what comes in. Deliveries by e-mail and text message cannot be logged by topic.',
    cli: 'aws sns set-topic-attributes --topic-arn {arn} --attribute-name PROTOCOLFailureFeedbackRoleArn --attribute-value ROLE_ARN',
  },
  references: [
    'https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html',
    'https://docs.aws.amazon.com/awssupport/latest/user/security-checks.html',
  ],
});
