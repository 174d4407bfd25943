import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { dbInstance, notOfCluster } from '../../src/services/rds/instance.ts';

export default state(dbInstance, 'rds-instance-multi-az', {
  title: 'Databases have a standby in another zone',
  at: 'multiAz',
  is: {
    true: pass('{label} has a standby in another zone'),
    false: fail('{label} has no standby in another zone; expected a Multi-AZ deployment'),
  },
  unsaid: unknown('AWS does not say whether {label} has a standby in another zone'),
  unless: [notOfCluster],
  risk: 'When its zone or its machine fails, the database is gone until it is restored.',
  fix: {
    text: 'Make the database Multi-AZ: it costs twice as much. `--no-multi-az` undoes it.',
    cli: 'aws rds modify-db-instance --db-instance-identifier {id} --multi-az --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-5',
  ],
});
