import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { disabled, ofSpark, workGroup } from '../../src/services/athena/work-group.ts';

export default state(workGroup, 'athena-workgroup-configuration-enforced', {
  title: 'Athena workgroups enforce their settings',
  unless: [disabled, ofSpark],
  at: 'settings.enforced',
  is: {
    true: pass('{label} enforces its settings'),
    false: fail(
      '{label} lets each query choose where its results go and whether they are encrypted; expected its settings to be enforced',
    ),
  },
  unsaid: unknown('AWS does not say whether {label} enforces its settings'),
  risk: 'Whoever may run a query can have its results written unencrypted, or into a bucket of their own.',
  fix: {
    text: 'Set where results go and how they are encrypted first. Once it is enforced, queries that name a bucket of their own have their results in that of the workgroup; `EnforceWorkGroupConfiguration=false` undoes it.',
    cli: 'aws athena update-work-group --work-group {id} --configuration-updates EnforceWorkGroupConfiguration=true',
  },
});
