import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { isRoot, ofWindows, taskDefinition } from '../../src/services/ecs/task-definition.ts';

export default each(taskDefinition, 'ecs-task-definition-linux-user-non-root', {
  title: 'Containers of Linux do not run as root',
  list: 'definition.containers',
  test: ({ user }) => (isRoot(user) ? 'bad' : 'good'),
  such: { good: { name: 'web', user: '1000' }, bad: { name: 'web', user: undefined } },
  called: '{name}',
  pass: pass('{label} names a user that is not root: {good:some}'),
  fail: fail('{label} runs {bad:some} as root, or as whom the image says; expected a user that is not root'),
  none: notApplicable('{label} has no containers'),
  unless: [ofWindows],
  risk: 'Who breaks out of a container that runs as root is root on the instance.',
  fix: {
    text: 'Register a new revision whose containers have a `user` that is not root, and move services and schedules to it.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-20',
  ],
});
