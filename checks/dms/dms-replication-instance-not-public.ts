import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { replicationInstance } from '../../src/services/dms/replication-instance.ts';

export default state(replicationInstance, 'dms-replication-instance-not-public', {
  title: 'Replication instances have no public address',
  at: 'publiclyAccessible',
  is: {
    true: fail('{label} has a public address; expected a private one'),
    false: pass('{label} has no public address'),
  },
  unsaid: unknown('AWS does not say whether {label} has a public address'),
  risk: 'The instance holds credentials of source and target and sees all data that is moved; a public address puts it on the internet.',
  fix: {
    text: 'An instance keeps its address: make another one without a public address in private subnets, move its tasks there (stop, move, resume), then delete this one.',
  },
  references: [
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.PublicPrivate.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-1',
  ],
});
