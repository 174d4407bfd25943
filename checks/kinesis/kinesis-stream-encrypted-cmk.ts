import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { stream, streamEncryption } from '../../src/services/kinesis/stream.ts';

export default customerKey(stream, 'kinesis-stream-encrypted-cmk', {
  title: 'Streams are encrypted with customer managed keys',
  by: streamEncryption,
  risk: 'With a key of AWS nobody decides by its policy who may decrypt records, and other accounts cannot be let in by it.',
  fix: {
    text: 'Let producers and consumers use a key of your own, and name it. Records that are there keep the key that they were encrypted with: leave that enabled until they have expired.',
    cli: 'aws kinesis start-stream-encryption --stream-name {id} --encryption-type KMS --key-id KEY_ARN',
  },
  references: ['https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html'],
});
