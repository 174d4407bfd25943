import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { memoryCluster, memoryEncryption } from '../../src/services/memorydb/cluster.ts';

export default customerKey(memoryCluster, 'memorydb-cluster-encrypted-cmk', {
  title: 'MemoryDB clusters are encrypted with customer managed keys',
  by: memoryEncryption,
  risk: 'With a key of AWS, no key policy says who may read snapshots and the log of transactions, and nobody can take the key away.',
  fix: {
    text: 'The key is chosen when a cluster is made. Take a snapshot, make a new cluster from it with a key of your own, move its clients there, then delete this one.',
  },
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html'],
});
