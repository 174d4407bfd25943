import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { queue, queueEncryption } from '../../src/services/sqs/queue.ts';

export default customerKey(queue, 'sqs-queue-encrypted-cmk', {
  title: 'Queues encrypt their messages with customer managed keys',
  by: queueEncryption,
  risk: 'Who may read the messages is decided by the queue alone, and access to them cannot be withdrawn or followed by a key of your own.',
  fix: {
    text: 'Encrypt the queue with a key of your own, whose policy lets in those that send and receive, services such as SNS or S3 included: without it their messages are lost. Only messages sent afterwards are encrypted with it.',
    cli: 'aws sqs set-queue-attributes --queue-url {url} --attributes KmsMasterKeyId=KEY_ARN',
  },
  references: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html'],
});
