import { tlsOnly } from '../../src/judgements/exposure/transport.ts';
import { queue, queuePolicy } from '../../src/services/sqs/queue.ts';

export default tlsOnly(queue, 'sqs-queue-policy-https-only', {
  title: 'Queues take and give messages over TLS only',
  policy: queuePolicy,
  messages: ['sqs:SendMessage', 'sqs:ReceiveMessage'],
  risk: 'SQS also answers over plain HTTP: messages that are sent or received so can be read and altered on the way.',
  fix: {
    text: 'Deny sqs:SendMessage and sqs:ReceiveMessage to everybody when aws:SecureTransport is false. The command keeps the statements that the policy had when it was read, and adds this one; clients that still use plain HTTP are refused.',
  },
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
  ],
});
