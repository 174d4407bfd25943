import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { taskDefinition } from '../../src/services/ecs/task-definition.ts';

export default each(taskDefinition, 'ecs-task-definition-health-check-defined', {
  title: 'Containers of ECS have a health check',
  list: 'definition.containers',
  by: 'healthCheck',
  is: { true: 'good', false: 'bad' },
  called: '{name}',
  pass: pass('{label} looks after the health of its containers: {good:some}'),
  fail: fail('{label} has no health check of {bad:some}'),
  none: notApplicable('{label} has no containers'),
  risk: 'A container that hangs counts as running: nobody starts another one.',
  fix: {
    text: 'Register a new revision whose containers have a `healthCheck`; a load balancer looks only at what it sends requests to, and move services and schedules to it.',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html'],
});
