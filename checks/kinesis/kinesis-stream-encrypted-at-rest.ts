import { encryptedAtRest } from '../../src/judgements/encryption/encryption.ts';
import { stream, streamEncryption } from '../../src/services/kinesis/stream.ts';

export default encryptedAtRest(stream, 'kinesis-stream-encrypted-at-rest', {
  title: 'Streams are encrypted at rest',
  by: streamEncryption,
  risk: 'Records lie on disks of the service as they were sent, for as long as the stream keeps them.',
  fix: {
    text: 'Turn on server-side encryption: only new records are encrypted. With the AWS managed key nothing else has to change; with a key of your own, let producers and consumers use it. `stop-stream-encryption` undoes it.',
    cli: 'aws kinesis start-stream-encryption --stream-name {id} --encryption-type KMS --key-id alias/aws/kinesis',
  },
  references: [
    'https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html#kinesis-1',
  ],
});
