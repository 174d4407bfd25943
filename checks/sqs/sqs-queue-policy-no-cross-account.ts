import { trustedOnly } from '../../src/judgements/exposure/resource-policy.ts';
import { queue, queuePolicy } from '../../src/services/sqs/queue.ts';

export default trustedOnly(queue, 'sqs-queue-policy-no-cross-account', {
  title: 'Queue policies let in trusted accounts only',
  policy: queuePolicy,
  risk: 'Who controls the other account reads, deletes or sends messages; when it is broken into, your queue is too.',
  fix: {
    text: 'Remove accounts that do not need the queue from its policy, or limit it to your organization (aws:PrincipalOrgID). List partners and your own other accounts as trusted accounts in the configuration.',
  },
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html',
  ],
});
