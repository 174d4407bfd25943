import { encryptedAtRest } from '../../src/judgements/encryption/encryption.ts';

import { queue, queueEncryption } from '../../src/services/sqs/queue.ts';

export default encryptedAtRest(queue, 'sqs-queue-encrypted-at-rest', {
  title: 'Queues encrypt their messages at rest',
  by: queueEncryption,
  risk: 'Messages lie on disks in the clear, and whoever gets at the storage reads them.',
  fix: {
    text: 'Turn on encryption with keys of SQS, which costs nothing and asks nothing of senders and receivers. Only messages that are sent afterwards are encrypted. `SqsManagedSseEnabled=false` undoes it.',
    cli: 'aws sqs set-queue-attributes --queue-url {url} --attributes SqsManagedSseEnabled=true',
  },
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
  ],
});
