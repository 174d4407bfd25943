import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { neptuneCluster } from '../../src/services/rds/neptune.ts';

export default state(neptuneCluster, 'neptune-cluster-multi-az', {
  title: 'Neptune clusters have instances in several zones',
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
  references: [
    'https://docs.aws.amazon.com/neptune/latest/userguide/feature-overview-db-clusters.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html#neptune-9',
  ],
});
