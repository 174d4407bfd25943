import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { nested, stack } from '../../src/services/cloudformation/stack.ts';

export default number(stack, 'cloudformation-stack-notifications-enabled', {
  title: 'Stacks tell what happens to them',
  settings: { topics: { type: 'integer', default: 1, min: 1, describe: 'topics that are told of a stack at least' } },
  unless: [nested],
  at: 'topics',
  atLeast: 'topics',
  pass: pass('{label} tells {topics} topics what happens to it'),
  fail: fail('{label} tells {topics} topics what happens to it; expected at least {settings.topics}'),
  unsaid: unknown('AWS does not say whom {label} tells what happens to it'),
  risk: 'That resources were replaced, deleted, or failed, is seen by whoever happens to look.',
  fix: {
    text: 'Name a topic of SNS when the stack is next updated: an update of the same template takes it (`aws cloudformation update-stack --use-previous-template --notification-arns`), with the parameters it has.',
  },
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateStack.html'],
});
