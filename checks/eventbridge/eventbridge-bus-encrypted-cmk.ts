import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { busEncryption, eventBus } from '../../src/services/eventbridge/event-bus.ts';

export default customerKey(eventBus, 'eventbridge-bus-encrypted-cmk', {
  title: 'Event buses are encrypted with customer managed keys',
  by: busEncryption,
  risk: 'Events carry data of those that send them. With a key of AWS nobody decides by its policy who may decrypt them.',
  fix: {
    text: 'Let the key policy allow EventBridge, for this bus, to use a key of your own, and set it. Archives, discovered schemas and some targets work with such a bus under conditions only: read the page first. An empty key undoes it.',
    cli: 'aws events update-event-bus --name {id} --kms-key-identifier KEY_ARN',
  },
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption.html'],
});
