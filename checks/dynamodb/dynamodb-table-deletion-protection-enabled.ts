import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { table } from '../../src/services/dynamodb/table.ts';

export default state(table, 'dynamodb-table-deletion-protection-enabled', {
  title: 'Tables are protected against deletion',
  at: 'details.deletionProtection',
  is: {
    true: pass('{label} is protected against deletion'),
    false: fail('{label} can be deleted by one call; expected deletion protection'),
  },
  unsaid: unknown('AWS does not say whether {label} is protected against deletion'),
  unless: [{ at: 'details.status', is: ['DELETING'], because: '{label} is being deleted' }],
  risk: 'A mistaken command, a template that is taken away or whoever gets hold of an account deletes the table with all its items.',
  fix: {
    text: 'Turn deletion protection on; nothing is interrupted. Replicas of a global table have it each for themselves. `--no-deletion-protection-enabled` undoes it, which deleting then needs first.',
    cli: 'aws dynamodb update-table --table-name {id} --deletion-protection-enabled',
  },
  references: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-6',
  ],
});
