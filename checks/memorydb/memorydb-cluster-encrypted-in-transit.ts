import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { memoryCluster } from '../../src/services/memorydb/cluster.ts';

export default state(memoryCluster, 'memorydb-cluster-encrypted-in-transit', {
  title: 'MemoryDB clusters talk TLS',
  at: 'tls',
  is: {
    true: pass('{label} talks TLS'),
    false: fail('{label} talks to its clients in the clear; expected TLS'),
  },
  unsaid: unknown('AWS does not say whether {label} talks TLS'),
  risk: 'Who sits on the way reads and changes data; and without TLS a cluster knows no users, so that everybody in the network may come in.',
  fix: {
    text: 'TLS is decided when a cluster is made. Take a snapshot, make a new cluster from it with TLS, move its clients there, then delete this one.',
  },
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html'],
});
