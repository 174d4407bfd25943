import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { dbInstance, notOfCluster } from '../../src/services/rds/instance.ts';

export default state(dbInstance, 'rds-instance-deletion-protection-enabled', {
  title: 'Databases are protected against deletion',
  at: 'deletionProtection',
  is: {
    true: pass('{label} is protected against deletion'),
    false: fail('{label} can be deleted by one call; expected deletion protection'),
  },
  unsaid: unknown('AWS does not say whether {label} is protected against deletion'),
  unless: [notOfCluster],
  risk: 'A mistaken command or whoever gets hold of an account deletes the database, and its automatic backups with it.',
  fix: {
    text: 'Turn deletion protection on; nothing is interrupted. `--no-deletion-protection` undoes it, which deleting then needs first.',
    cli: 'aws rds modify-db-instance --db-instance-identifier {id} --deletion-protection --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-8',
  ],
});
