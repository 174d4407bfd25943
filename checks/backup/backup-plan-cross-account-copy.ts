import { fail, pass, unknown } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { backupPlan } from '../../src/services/backup/plan.ts';

export default some(backupPlan, 'backup-plan-cross-account-copy', {
  title: 'Backup plans copy to another account',
  list: 'copies',
  by: 'elsewhere',
  is: { true: 'good', false: 'bad' },
  called: '{vault}',
  pass: pass('{label} copies to another account: {good:some}'),
  fail: fail('{label} copies within the account only: {bad:some}'),
  none: fail('{label} makes no copies; expected some in another account'),
  undecided: unknown('AWS does not say in which account the vaults are that {label} copies to'),
  unsaid: unknown('AWS does not say which rules {label} has'),
  risk: 'Whoever gets hold of the account, or deletes it, deletes the backups with what they are of.',
  fix: {
    text: 'Let a vault of another account of the organization take copies, by its access policy and by the setting for cross-account backup of the management account, and add it to the rules of the plan as a destination. Copies are billed there.',
  },
  references: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CopyAction.html',
  ],
});
