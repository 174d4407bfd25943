import { fail, pass } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { backupPlan } from '../../src/services/backup/plan.ts';

export default some(backupPlan, 'backup-plan-has-resources', {
  title: 'Backup plans have resources assigned',
  list: 'selections',
  test: ({ notResources }) => (notResources.includes('*') ? 'bad' : 'good'),
  such: { good: { notResources: [] }, bad: { notResources: ['*'] } },
  called: '{name}',
  pass: pass('{label} has resources assigned by {good:some}'),
  fail: fail('{label} has resources assigned by {bad:some}, which excludes all of them'),
  none: fail('{label} has no resources assigned'),
  risk: 'The plan looks as if backups were made, and makes none.',
  fix: {
    text: 'Assign resources to the plan by tag or ARN, or delete it. The command assigns everything that has the tag; whatever has it is backed up from the next run on, and costs.',
    cli: `aws backup create-backup-selection --backup-plan-id {id} --backup-selection '{"SelectionName":"tagged","IamRoleArn":"ROLE_ARN","ListOfTags":[{"ConditionType":"STRINGEQUALS","ConditionKey":"backup","ConditionValue":"daily"}]}'`,
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html'],
});
