import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { replicationInstance } from '../../src/services/dms/replication-instance.ts';

export default state(replicationInstance, 'dms-replication-instance-multi-az', {
  title: 'Replication instances have a standby in another zone',
  at: 'multiAz',
  is: {
    true: pass('{label} has a standby in another zone'),
    false: fail('{label} has no standby in another zone; expected a Multi-AZ deployment'),
  },
  unsaid: unknown('AWS does not say whether {label} has a standby in another zone'),
  risk: 'When its zone or its machine fails, what it moves stops, and a source may no longer have the changes that it missed.',
  fix: {
    text: 'Make the instance Multi-AZ: it costs twice as much. `--no-multi-az` undoes it.',
    cli: 'aws dms modify-replication-instance --replication-instance-arn {arn} --multi-az --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-13',
  ],
});
