import { fail, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { taskDefinition } from '../../src/services/ecs/task-definition.ts';

export default each(taskDefinition, 'ecs-task-definition-logging-configured', {
  title: 'ECS containers say where their logs go',
  list: 'definition.containers',
  // A container without a log configuration has no driver.
  test: ({ logDriver }) => (logDriver === undefined ? 'bad' : 'good'),
  such: { good: { name: 'web', logDriver: 'awslogs' }, bad: { name: 'proxy', logDriver: undefined } },
  called: '{name}',
  pass: pass('{label} configures logging for each container'),
  fail: fail('{label} configures no logging for {bad:some}; expected a log driver for each container'),
  none: pass('{label} has no containers'),
  risk: 'What a container wrote before it was stopped or broken into is lost with it: nobody can tell what happened.',
  fix: {
    text: 'Register a new revision with a `logConfiguration` for each container, sidecars included (`awslogs` needs logs:CreateLogStream and logs:PutLogEvents in the execution role) and move services and schedules to it.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9',
  ],
});
