import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { neptuneCluster } from '../../src/services/rds/neptune.ts';

export default state(neptuneCluster, 'neptune-cluster-deletion-protection-enabled', {
  title: 'Neptune clusters are protected against deletion',
  at: 'deletionProtection',
  is: {
    true: pass('{label} is protected against deletion'),
    false: fail('{label} can be deleted by one call; expected deletion protection'),
  },
  unsaid: unknown('AWS does not say whether {label} is protected against deletion'),
  risk: 'A mistaken command or whoever gets hold of an account deletes the cluster, and its automatic backups with it.',
  fix: {
    text: 'Turn deletion protection on; nothing is interrupted. `--no-deletion-protection` undoes it, which deleting then needs first.',
    cli: 'aws neptune modify-db-cluster --db-cluster-identifier {id} --deletion-protection --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html#neptune-4',
  ],
});
