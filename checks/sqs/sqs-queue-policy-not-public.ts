import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { queue, queuePolicy } from '../../src/services/sqs/queue.ts';

export default notPublic(queue, 'sqs-queue-policy-not-public', {
  title: 'Queue policies do not let strangers in',
  policy: queuePolicy,
  risk: 'Strangers read or delete messages before your consumers do, or send messages that your systems act on.',
  fix: {
    text: 'Replace the principal "*" by those that use the queue, or limit it by aws:SourceArn, aws:PrincipalAccount or aws:PrincipalOrgID.',
  },
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html',
  ],
});
