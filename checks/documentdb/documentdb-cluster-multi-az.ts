import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { documentCluster } from '../../src/services/rds/document.ts';

export default state(documentCluster, 'documentdb-cluster-multi-az', {
  title: 'DocumentDB clusters have instances in several zones',
  at: 'multiAz',
  is: {
    true: pass('{label} has instances in several zones'),
    false: fail('{label} does not have instances in several zones'),
  },
  unsaid: unknown('AWS does not say whether {label} has instances in several zones'),
  risk: 'When the zone of its instances fails, the database is gone until another one is made.',
  fix: {
    text: 'Add a replica in another zone: it costs as much as the writer, and takes over when that fails.',
  },
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/replication.html'],
});
