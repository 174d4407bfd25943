import { fail, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { ofWindows, taskDefinition } from '../../src/services/ecs/task-definition.ts';

export default each(taskDefinition, 'ecs-task-definition-not-privileged', {
  title: 'ECS containers do not run privileged',
  list: 'definition.containers',
  // What is not said is not so: a container is privileged only when this is true.
  test: ({ privileged }) => (privileged === true ? 'bad' : 'good'),
  such: { good: { name: 'web', privileged: undefined }, bad: { name: 'agent', privileged: true } },
  called: '{name}',
  pass: pass('{label} runs no container privileged'),
  fail: fail('{label} runs {bad:some} privileged; expected no privileged container'),
  none: pass('{label} has no containers'),
  unless: [ofWindows],
  risk: 'A privileged container is as good as root on its instance: who breaks into it has the instance, its role and all other containers.',
  fix: {
    text: 'Register a new revision without `privileged` (single kernel capabilities may be added under `linuxParameters`) and move services and schedules to it.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4',
  ],
});
