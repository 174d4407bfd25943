import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { topic } from '../../src/services/sns/topic.ts';

export default state(topic, 'sns-topic-kms-encrypted', {
  title: 'Topics are encrypted with KMS keys',
  at: 'attributes.keyId',
  otherwise: pass('{label} encrypts its messages with the KMS key {attributes.keyId}'),
  // The attribute is there only where a key is: https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
  unsaid: fail('{label} encrypts its messages with no KMS key'),
  risk: 'Messages that wait for delivery lie in the clear for whoever gets at the storage, and no key policy limits who reads them.',
  fix: {
    text: 'Set a key. The key `alias/aws/sns` lets in no other services: where such ones publish, take a key of your own whose policy allows them. An empty value undoes it.',
    cli: 'aws sns set-topic-attributes --topic-arn {arn} --attribute-name KmsMasterKeyId --attribute-value KEY_ARN',
  },
  references: [
    'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html#sns-1',
  ],
});
