import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { broker, brokerEncryption } from '../../src/services/mq/broker.ts';

export default customerKey(broker, 'mq-broker-encrypted-cmk', {
  title: 'Brokers are encrypted with customer managed keys',
  by: brokerEncryption,
  risk: 'With a key of AWS nobody decides by its policy who may decrypt messages that wait, and no use of it shows up in CloudTrail.',
  fix: {
    text: 'The key is chosen when a broker is created: create one with a key of your own, let producers move to it, empty the old one, and delete it.',
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection-encryption-at-rest.html'],
});
