import type { queue } from '../../services/sqs/queue.ts';
import type { Encryption } from './encryption.ts';

export const queueEncryption = {
  at: 'attributes.encryption',
  is: { KMS: 'kms', SQS: 'aws', NONE: 'none' },
  unsaid: undefined,
  key: 'attributes.keyId',
  what: 'its messages',
} as const satisfies Encryption<typeof queue, 'attributes.encryption'>;
