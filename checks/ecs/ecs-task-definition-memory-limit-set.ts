import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { taskDefinition } from '../../src/services/ecs/task-definition.ts';

export default each(taskDefinition, 'ecs-task-definition-memory-limit-set', {
  title: 'Containers of ECS have a limit of memory',
  list: 'definition.containers',
  by: 'limited',
  is: { true: 'good', false: 'bad' },
  called: '{name}',
  pass: pass('{label} has a limit for each container'),
  fail: fail('{label} has no limit of memory for {bad:some}'),
  none: notApplicable('{label} has no containers'),
  unless: [{ at: 'definition.limited', is: [true], verdict: pass('{label} has a limit of memory as a whole') }],
  risk: 'One container that leaks, or is made to, takes the memory of all others on the instance.',
  fix: {
    text: 'Register a new revision with `memory` of the task or of its containers, and move services and schedules to it.',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html'],
});
