import { fail, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { ofWindows, taskDefinition } from '../../src/services/ecs/task-definition.ts';

export default each(taskDefinition, 'ecs-task-definition-readonly-root-filesystem', {
  title: 'ECS containers cannot write to their root file system',
  list: 'definition.containers',
  // What is not said is not so: a root file system is read-only only when this is true.
  test: ({ readonlyRootFilesystem }) => (readonlyRootFilesystem === true ? 'good' : 'bad'),
  such: {
    good: { name: 'web', readonlyRootFilesystem: true },
    bad: { name: 'proxy', readonlyRootFilesystem: undefined },
  },
  called: '{name}',
  pass: pass('{label} lets no container write to its root file system'),
  fail: fail('{label} lets {bad:some} write to the root file system; expected `readonlyRootFilesystem`'),
  none: pass('{label} has no containers'),
  unless: [ofWindows],
  risk: 'Who breaks into a container that may write to its root file system changes its programs and leaves his own there.',
  fix: {
    text: 'Register a new revision with `readonlyRootFilesystem` for each container and a volume or `tmpfs` for what it has to write and move services and schedules to it.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5',
  ],
});
