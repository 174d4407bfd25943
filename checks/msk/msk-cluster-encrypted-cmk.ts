import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { mskCluster } from '../../src/services/msk/cluster.ts';

export default customerKey(mskCluster, 'msk-cluster-encrypted-cmk', {
  title: 'Kafka clusters are encrypted with customer managed keys',
  by: { at: 'encryption', is: { KMS: 'kms' }, unsaid: undefined, key: 'keyId', what: 'the volumes of its brokers' },
  unless: [{ at: 'type', is: ['SERVERLESS'], because: '{label} is serverless, for which no key can be chosen' }],
  risk: 'With a key of AWS nobody decides by its policy who may decrypt what lies on the brokers, or takes the key away.',
  fix: {
    text: 'The key is chosen when a cluster is made. Make another one with a key of your own, replicate the topics to it, move the clients, then delete this one.',
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html'],
});
