import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { dbCluster } from '../../src/services/rds/cluster.ts';

export default state(dbCluster, 'rds-cluster-multi-az', {
  title: 'Database clusters have instances in several zones',
  at: 'multiAz',
  is: {
    true: pass('{label} has instances in several zones'),
    false: fail('{label} has instances in one zone only; expected several'),
  },
  unsaid: unknown('AWS does not say whether {label} has instances in several zones'),
  unless: [
    { at: 'engineMode', is: ['serverless'], because: '{label} is of Aurora Serverless v1, which has no instances' },
  ],
  risk: 'When the zone of its only instance fails, the database is gone until another one is made.',
  fix: {
    text: 'Add a reader in another zone: it costs as much as the writer, and takes over when that fails.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-15',
  ],
});
