import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { isRoot, ofWindows, taskDefinition } from '../../src/services/ecs/task-definition.ts';

export default each(taskDefinition, 'ecs-task-definition-host-network-user-safe', {
  title: "Containers in the instance's network are not root",
  list: 'definition.containers',
  test: ({ privileged, user }) => (privileged === true || isRoot(user) ? 'bad' : 'good'),
  such: {
    good: { name: 'web', user: '1000', privileged: undefined },
    bad: { name: 'web', user: undefined, privileged: undefined },
  },
  called: '{name}',
  pass: pass('{label} is in the network of its instance, and no container is root'),
  fail: fail('{label} is in the network of its instance, where {bad:some} runs as root or privileged'),
  none: notApplicable('{label} has no containers'),
  unless: [
    ofWindows,
    {
      at: 'definition.networkMode',
      is: ['awsvpc', 'bridge', 'none', undefined],
      because: '{label} is not in the network of its instance',
    },
  ],
  risk: 'Root in the network of the instance listens at every port, records what others send, and speaks to the agent.',
  fix: {
    text: 'Register a new revision with a network of its own (`awsvpc`), or whose containers have a `user` that is not root, and move services and schedules to it.',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html'],
});
