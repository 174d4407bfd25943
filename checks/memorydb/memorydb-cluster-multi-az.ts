import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { memoryCluster } from '../../src/services/memorydb/cluster.ts';

export default state(memoryCluster, 'memorydb-cluster-multi-az', {
  title: 'MemoryDB clusters have nodes in several zones',
  at: 'zones',
  is: {
    multiaz: pass('{label} has nodes in several zones'),
    singleaz: fail('{label} has nodes in one zone only; expected several'),
  },
  unsaid: unknown('AWS does not say in how many zones {label} has nodes'),
  risk: 'When the zone fails, nobody reads or writes until new nodes have been made and have read the log of transactions.',
  fix: {
    text: 'Give each shard a replica, in a subnet group with subnets in several zones. Each replica costs as much as the primary.',
  },
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/autofailover.html'],
});
