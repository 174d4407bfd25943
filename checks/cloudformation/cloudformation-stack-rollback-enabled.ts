import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { stack } from '../../src/services/cloudformation/stack.ts';

export default state(stack, 'cloudformation-stack-rollback-enabled', {
  title: 'Stacks roll back what failed',
  at: 'rollbackDisabled',
  is: {
    false: pass('{label} rolls back what failed'),
    true: fail('{label} leaves what failed as it is'),
  },
  unsaid: unknown('AWS does not say whether {label} rolls back what failed'),
  risk: 'A stack of which the creation failed stays half made: without what was to protect the rest, and paid for.',
  fix: {
    text: 'It is decided when a stack is made: make it again without `--disable-rollback`, or see to it that its deployments do not give it.',
  },
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stack-failure-options.html'],
});
